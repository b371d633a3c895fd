"""Styles of Vale: folders of YAML rules that are read as rule pages of checks of our own."""
