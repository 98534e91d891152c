"""One module per command: its arguments, and what it says at the end. The door that runs them is `cli.py`."""
