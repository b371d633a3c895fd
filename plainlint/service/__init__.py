"""Service: a living process for editors, which keeps open documents and their results."""
