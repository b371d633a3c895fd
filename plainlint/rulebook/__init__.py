"""The rule book: rule pages, the rules that are made of them, and which of them run."""
