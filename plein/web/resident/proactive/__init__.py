"""De gemeente wil u helpen: an offer with its reason, and a yes or a no."""
