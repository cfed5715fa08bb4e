"""Invented data for practice mode, pictures and tests: a whole company with three years behind it."""

from central_api.sample.generator import PASSWORD, generate

__all__ = ["PASSWORD", "generate"]
