"""Studietoeslag: for students who cannot work beside their study for their health."""
