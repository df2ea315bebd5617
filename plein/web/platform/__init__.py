"""The door of who runs the platform: municipalities that are started, and no resident."""
