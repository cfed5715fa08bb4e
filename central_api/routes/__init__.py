"""The operations of the contract, by subject."""
