"""How we reach a resident: addresses that are proven, and every message with its proof."""
