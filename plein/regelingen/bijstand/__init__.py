"""Algemene bijstand: from who belong together, by norm, means and assets, to what is paid."""
