"""What an organisation offers here, and who responded."""
