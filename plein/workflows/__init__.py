"""Where two domain apps meet: one file for each story. Called by the doors, and by nobody below."""
