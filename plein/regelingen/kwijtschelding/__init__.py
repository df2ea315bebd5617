"""Kwijtschelding: taxes of municipality and water board that need not be paid."""
