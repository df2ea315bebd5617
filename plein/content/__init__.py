"""Information to measure: what may concern somebody now, in plain words, with its law and date."""
