"""What people do in the shop: one function, one transaction, one line in the log."""
