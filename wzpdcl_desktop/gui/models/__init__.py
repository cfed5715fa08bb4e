"""Item models of the desk: ids and cached rows, never any I/O in ``data()``."""
