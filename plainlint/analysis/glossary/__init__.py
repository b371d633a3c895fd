"""Glossary: terms, their mentions in a text, and the popup links that explain them."""
