"""What does a text look like? Its paragraphs, sentences, quotation marks and headlines."""
