"""What organisations want to offer, and what a consulent suggests of it."""
