"""Merging: the outline as it was mapped, as its author has edited it, and as the changed note maps now."""
