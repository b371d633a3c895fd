"""The Model Context Protocol: what assistants that write for patients ask plainlint."""
