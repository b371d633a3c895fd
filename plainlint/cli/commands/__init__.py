"""Commands, one per file: a function from options to text and an exit code."""
