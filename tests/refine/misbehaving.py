"""A chat server on this machine that answers as it should, or in one of the ways in which servers do not."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

Respond = Callable[[dict], object]


class Seen(NamedTuple):
    """What the server was sent."""

    bodies: list[dict]
    heads: list[str]


def reply(content: object, status: str = "200 OK", **extra: object) -> bytes:
    """An answer of a chat server whose model says `content`."""
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}, **extra}
    return http(json.dumps({"choices": [choice]}).encode(), status)


def http(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    head = [f"HTTP/1.1 {status}", "Content-Type: application/json", f"Content-Length: {len(body)}", "Connection: close"]
    return "\r\n".join([*head, *headers, "", ""]).encode() + body


@contextmanager
def server(respond: Callable[[dict], bytes] | None, *, drip: float = 0) -> Iterator[tuple[str, Seen]]:
    """The address of a server; `respond` gives the raw bytes for each request, None is a port where nobody listens.

    With `drip` the answer comes byte by byte, so many seconds apart.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
    seen = Seen([], [])
    if respond is None:
        listener.close()
        yield url, seen
        return

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                try:
                    head, body = _request(connection)
                    seen.heads.append(head)
                    seen.bodies.append(json.loads(body))
                    _send(connection, respond(seen.bodies[-1]), drip)
                except OSError:
                    pass

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield url, seen
    finally:
        listener.close()


def _request(connection: socket.socket) -> tuple[str, bytes]:
    data = b""
    while b"\r\n\r\n" not in data:
        data += connection.recv(65536)
    head, _, body = data.partition(b"\r\n\r\n")
    length = next(
        int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")
    )
    while len(body) < length:
        body += connection.recv(65536)
    return head.decode(), body


def _send(connection: socket.socket, data: bytes, drip: float) -> None:
    if not drip:
        connection.sendall(data)
        return
    for number in range(len(data)):
        connection.sendall(data[number : number + 1])
        time.sleep(drip)
