"""What pages ask of the vault, without opening a value."""
