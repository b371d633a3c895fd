"""Errors that people can act on: every one is shown as one line, never as a traceback."""


class PlainlintError(Exception):
    """Something in the configuration, a rule page, a glossary or the command line is wrong."""
