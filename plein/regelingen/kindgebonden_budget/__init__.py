"""Kindgebonden budget: help with the costs of children, with a top for who has no partner."""
