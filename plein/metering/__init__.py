"""What a municipality uses each month, so that it can pay by use: totals, and nobody in them."""
