"""Glossary: terms, the popup links that explain them, and where a text mentions them."""
