"""Which words are quoted? From a text to attributions: content, cue, source, and what kind each is."""
