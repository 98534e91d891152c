"""Readers: one module per format of note, each a function from the file's text or bytes to numbered lines."""
