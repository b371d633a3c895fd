"""Configuration: settings, their files, validation, and where each was set."""
