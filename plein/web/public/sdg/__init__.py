"""What the Single Digital Gateway asks of services: a feed for others, and pages in English."""
