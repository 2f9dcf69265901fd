"""How is a text divided? Its paragraphs, sentences, quotation marks and headlines, in one `Document`."""
