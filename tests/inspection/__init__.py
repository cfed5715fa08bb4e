"""What is checked on every picture of `tests.screenshots`: room for texts, names, focus, colours.

``python -m tests.inspection room`` (or ``walk``) makes a tour and prints what is wrong.
"""
