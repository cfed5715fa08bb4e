"""Notices on the screen: the bell with its list, the tray, and what pops up."""
