"""Metrics: counts, syllables, familiarity and readability formulas."""
