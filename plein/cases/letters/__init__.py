"""Letters about a case, for who does not read the pages: each tells as much as they do."""
