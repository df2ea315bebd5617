"""A new municipality: prepared by who runs the platform, opened by its own people."""
