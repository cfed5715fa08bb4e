"""The real engine, stores and server under faults chosen by a seed, compared with an oracle.

One seed is one schedule: it replays alone, step by step, in virtual time and without threads.
"""
