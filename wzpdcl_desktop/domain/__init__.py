"""What the product is about, in plain frozen data. Standard library only."""
