"""The rule book: rule pages, the rules built from them, and which of them run."""
