"""Difficulty: how hard a sentence is to read, why, and what to change."""
