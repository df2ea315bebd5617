"""What changes a draft of a journey."""
