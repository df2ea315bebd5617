"""Web Push (RFC 8030, 8291, 8292): a word on the screen of a telephone or computer."""
