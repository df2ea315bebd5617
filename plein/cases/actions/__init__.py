"""What changes a case: each in one transaction, with its event on the timeline."""
