"""The window before the desk: server address and sign-in."""
