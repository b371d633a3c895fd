"""Styles of Vale: folders of YAML rules, converted to rule pages for our checks."""
