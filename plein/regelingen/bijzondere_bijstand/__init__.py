"""Bijzondere bijstand: costs out of the ordinary that people cannot pay themselves."""
