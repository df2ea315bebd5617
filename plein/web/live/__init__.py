"""News for open pages, as server-sent events: a small ASGI process beside the pages."""
