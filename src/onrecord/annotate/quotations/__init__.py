"""Which words are quoted? Content, cue and source of each quotation, with its kind, act, venue and certainty."""
