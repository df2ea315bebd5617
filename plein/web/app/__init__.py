"""Plein on a telephone: a manifest, an icon, and what is shown without a connection."""
