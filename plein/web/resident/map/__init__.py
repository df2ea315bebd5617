"""The map beside the list: places where something can be got, and how far that is."""
