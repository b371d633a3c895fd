"""Burmese."""
