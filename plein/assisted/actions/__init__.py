"""A session begins and ends, things are done in it, and the resident says that they are right."""
