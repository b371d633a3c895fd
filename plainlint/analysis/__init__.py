"""Analysis: measures of words, sentences and whole documents."""
