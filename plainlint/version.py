"""The version of plainlint."""

__version__ = "0.1.0"
