"""What a municipality sets itself in verordeningen and beleidsregels: figures over the law."""
