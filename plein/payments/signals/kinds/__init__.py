"""One file for each kind of signal; found by name, so no list elsewhere is edited."""
