"""The deck: an outline becomes slides."""
