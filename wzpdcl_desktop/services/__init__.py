"""What the screen asks for, one module per subject. Plain Python, called from worker threads."""
