"""What does each page show? One file a page, from request to response."""
