"""Benchmarks: each measures the real code against a simple yardstick in the same run, so that the ratio is what counts."""
