"""Organisaties: who may ask residents for data, for what; proposed by one, approved by another."""
