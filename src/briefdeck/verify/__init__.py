"""Finished files back to a report: trusts nothing that the builder remembers."""
