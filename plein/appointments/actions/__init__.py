"""What changes an appointment: each in one transaction, with its event on the timeline."""
