"""What the bank answers: files, what was matched, and what came back."""
