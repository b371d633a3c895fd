"""Corpora: batches of documents in Arrow, and runs over millions of them."""
