"""Errors that people can act on: every one is shown as one line, never as a traceback."""


class PlainlintError(Exception):
    """Something in the configuration, a rule page, a glossary or the command line is wrong.

    `key` is the key of a rule page or configuration that is at fault, `rule` the rule that ran when
    that came out; empty if none is.
    """

    def __init__(self, message: str, key: str = "", rule: str = "") -> None:
        super().__init__(message)
        self.key = key
        self.rule = rule
