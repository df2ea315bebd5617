"""Voor u: tips by rules that the resident can look into, turn off and turn on."""
