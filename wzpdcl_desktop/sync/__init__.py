"""Keeping the cache and the server in step: pulling, pushing, and the state of the line."""
