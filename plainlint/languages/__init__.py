"""What plainlint knows of each language: one folder a language is all that a language needs."""
