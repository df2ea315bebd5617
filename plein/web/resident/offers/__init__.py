"""Werk en meedoen: what organisations offer, for everybody to read and for residents to answer."""
