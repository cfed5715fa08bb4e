"""WZPDCL Desktop: the desk of an office head of West Zone Power Distribution Company Limited."""

__version__ = "0.1.0"
