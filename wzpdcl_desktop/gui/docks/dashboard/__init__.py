"""The dashboard's panel and its parts."""
