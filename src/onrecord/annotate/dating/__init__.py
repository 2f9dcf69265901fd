"""On which day was it said? The day of each quotation, and what contradicts the article's own dates."""
