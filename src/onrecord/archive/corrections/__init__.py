"""What do readers know better? Corrections as values, and the files they come in: exports, and reconciled names."""
