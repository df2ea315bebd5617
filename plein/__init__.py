"""Plein, het digitaal ontmoetingsplein: one place for the whole social domain."""
