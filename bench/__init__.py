"""Speed and memory, against floors and peers: `make bench`, or one script as `python -m bench.NAME` from the root."""
