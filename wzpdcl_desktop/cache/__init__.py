"""The encrypted stores on this PC: a cache that can be rebuilt, an outbox that is precious."""
