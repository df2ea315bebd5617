"""What changes a task or a conversation: each in one transaction, with its event."""
