"""What was done together with us: the bar while it lasts, and the yes or no afterwards."""
