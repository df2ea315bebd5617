"""What changes an offer or a response to it: each in one transaction, with its line in the log."""
