"""What need not be done again: what earlier builds found out, and what is stale."""
