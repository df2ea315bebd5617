"""What changes what we know of stores and their cases."""
