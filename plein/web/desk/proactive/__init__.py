"""Hulp aanbieden: who may want help, who takes it up, and which needs two people turned on."""
