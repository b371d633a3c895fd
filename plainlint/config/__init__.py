"""Configuration: the settings, where they are read from, and what may be set."""
