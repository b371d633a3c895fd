"""Core: what all packages share, and the version of plainlint."""

__version__ = "0.1.0"
