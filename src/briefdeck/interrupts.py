"""When Ctrl-C has to wait a moment."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait until a few quick steps that belong together are done; then it raises KeyboardInterrupt.

    Python delivers signals to its main thread only: any other one is never interrupted.
    """
    import signal

    handler = signal.getsignal(signal.SIGINT)
    waiting: list[int] = []
    try:
        if handler is signal.default_int_handler:
            signal.signal(signal.SIGINT, lambda number, _: waiting.append(number))
    except ValueError:  # not the main thread
        handler = None
    try:
        yield
    finally:
        if handler is signal.default_int_handler:
            signal.signal(signal.SIGINT, handler)
    if waiting:
        raise KeyboardInterrupt
