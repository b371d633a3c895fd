"""Khmer."""
