"""Tips for residents: which rules there are, what they ask, and which two people turned on."""
