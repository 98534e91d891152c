"""Text to model and back, every problem with its place: notes, outlines, themes."""
