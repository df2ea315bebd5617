"""What changes a task: each in one transaction, with its event."""
