"""Mijn gegevens: what government bodies hold about somebody, collected, read and put right."""
