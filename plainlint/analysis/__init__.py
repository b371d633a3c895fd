"""Analysis: what is known of words, sentences and whole documents."""
