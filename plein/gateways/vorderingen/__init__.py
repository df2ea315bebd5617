"""Vorderingenoverzicht Rijk: what somebody must pay to organisations of the state.

Each organisation gives one Financial Claims Information Document, a list of events that never
change: an amount is imposed, corrected, remitted or paid. What is open follows from the events.
"""
