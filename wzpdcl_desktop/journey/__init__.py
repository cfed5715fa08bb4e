"""The product's main journey through the real widgets, against a real practice server, without a display."""
