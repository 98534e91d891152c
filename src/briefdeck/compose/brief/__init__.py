"""The brief: an outline becomes exactly one page."""
