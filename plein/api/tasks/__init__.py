"""MijnTaken 0.1.0: what a resident still has to do, for a portal that shows it."""
