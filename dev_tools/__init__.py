"""What dev.py runs inside the virtual environment."""
