"""What is being searched for? The query language as text and as a tree."""
