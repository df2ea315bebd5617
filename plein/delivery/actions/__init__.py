"""What changes addresses and deliveries."""
