"""What a change of a regeling costs and whom it reaches: over many households, never over one."""
