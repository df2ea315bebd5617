"""Writing a journey on screen: drafts, four eyes, and journeys of other municipalities."""
