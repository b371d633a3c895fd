"""Metrics: counts of prose, syllables, familiarity and the readability formulas."""
