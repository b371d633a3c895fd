"""Commands: one file for each, a function from its arguments to text and an exit code."""
