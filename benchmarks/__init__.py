"""Benchmarks: each measures the real code against a simple yardstick in the same run: the ratio counts."""
