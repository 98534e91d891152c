"""Documents to bytes: decides nothing and cannot name an outline."""
