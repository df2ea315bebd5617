"""What can be drawn, a shelf per file. A new motif is a function in the list of its shelf."""
