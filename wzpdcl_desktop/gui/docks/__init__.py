"""The working panels: queue, complaint, outbox."""
