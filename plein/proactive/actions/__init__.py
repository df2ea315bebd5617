"""Needs are turned on and looked for, staff take up what was found, and residents say yes or no."""
