"""The door of partner organisations: they ask residents for data, and read what they were given."""
