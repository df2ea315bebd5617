"""What changes a document: each in one transaction."""
