"""What changes a vault: one function, one transaction, one line in the log."""
