"""Outline and look to documents: finished pages, measured before anything is painted."""
