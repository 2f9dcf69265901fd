"""What do readers correct? Corrections as values, and the files they come in: exports, and reconciled names."""
