"""Which words mean what? Closed lists of words, in small letters, one subject a file."""
