"""The one door to another machine: a chat endpoint that its user has named. Nothing else here opens a connection.

No proxy of the environment is used, no redirect is followed, certificates are checked, and neither time nor size of a
reply is left to the server.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import json
import threading
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from briefdeck.named import NamedTuple

DEADLINE = 120.0
"""Seconds for one request, all told: a model on a laptop takes its time."""

LARGEST_REQUEST = 200_000
LARGEST_REPLY = 1_000_000
"""Bytes."""

_CHAT = "/chat/completions"
_NOT_UNDERSTOOD = (400, 422)
_LONGEST_SAID = 160  # characters of a server's own words


class EndpointError(Exception):
    """The server could not be asked, or its reply is of no use; says why in words."""


class Endpoint(NamedTuple):
    """Where to ask."""

    secure: bool
    host: str
    port: int
    path: str

    @property
    def is_here(self) -> bool:
        """Whether it is this machine itself."""
        if self.host.rstrip(".").lower() == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    def __str__(self) -> str:
        return f"{'https' if self.secure else 'http'}://{self.host}:{self.port}"


def parse_endpoint(url: str) -> Endpoint:
    """Read the address of an OpenAI-compatible server, as http://localhost:11434/v1; ValueError says what is wrong."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ValueError(f"“{url}” is no address") from None
    if parts.scheme not in ("http", "https") or not host or not url.isascii() or not url.isprintable() or " " in url:
        raise ValueError(f"“{url}” is no address; give one such as http://localhost:11434/v1")
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        raise ValueError("the address may hold no name, password, ? or #; a key goes into BRIEFDECK_API_KEY")
    path = parts.path.rstrip("/")
    path = path if path.endswith(_CHAT) else f"{path}{_CHAT}"
    secure = parts.scheme == "https"
    return Endpoint(secure, host, port or (443 if secure else 80), path)


def request_bodies(model: str, system: str, user: str) -> tuple[bytes, ...]:
    """The bytes of one request, in the order in which to try them.

    The same words give the same bytes, and the same seed asks for the same reply. LM Studio knows no JSON mode; a model
    with little room, and services that know other names for the same thing, want nothing said of tokens and seeds. The
    tokens are enough for one that thinks before it answers.
    """
    bare: dict[str, object] = {
        "model": model,
        "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
        "stream": False,
    }
    same = {**bare, "temperature": 0, "seed": 0, "max_tokens": 8000}
    in_json = {**same, "response_format": {"type": "json_object"}}
    return tuple(json.dumps(body, ensure_ascii=False).encode() for body in (in_json, same, bare))


def ask(endpoint: Endpoint, bodies: Sequence[bytes], *, key: str = "", deadline: float = DEADLINE) -> str:
    """Send a request and give the text of the reply; when it is not understood (400, 422), send the next of the bodies.

    Raises EndpointError; no request takes longer than `deadline`.
    """
    for left, body in zip(range(len(bodies) - 1, -1, -1), bodies, strict=True):
        if len(body) > LARGEST_REQUEST:
            raise EndpointError(f"a request would hold more than {LARGEST_REQUEST:,} bytes")
        asking = _Asking(endpoint, body, key, deadline)
        thread = threading.Thread(target=asking.run, daemon=True)
        thread.start()
        thread.join(deadline)
        if thread.is_alive():
            asking.stop()
            raise EndpointError(_too_slow(deadline))
        if asking.error:
            raise EndpointError(asking.error)
        if asking.status not in _NOT_UNDERSTOOD or not left:
            return _content(asking.status, asking.reply, key)
    raise AssertionError("a request needs a body")


class _Asking:
    """One exchange in a thread of its own, so that no part of it, the search for the host included, can hold us up."""

    def __init__(self, endpoint: Endpoint, body: bytes, key: str, deadline: float) -> None:
        self._connection = _connection(endpoint, deadline)
        self._deadline = deadline
        self._path = endpoint.path
        self._body = body
        self._key = key
        self.status = 0
        self.reply = b""
        self.error = ""

    def run(self) -> None:
        """Do it; nothing is raised from here."""
        try:
            self._connection.request("POST", self._path, self._body, _headers(self._key))
            response = self._connection.getresponse()
            self.status = response.status
            self.reply = response.read(LARGEST_REPLY + 1)
            if len(self.reply) > LARGEST_REPLY:
                self.error = f"its reply is larger than {LARGEST_REPLY:,} bytes"
            elif response.length:
                self.error = "its reply ends too early"
        except (OSError, http.client.HTTPException, ValueError) as error:
            self.error = _too_slow(self._deadline) if isinstance(error, TimeoutError) else _in_words(error)
        finally:
            self._connection.close()

    def stop(self) -> None:
        """Hang up."""
        with contextlib.suppress(OSError):
            self._connection.close()


def _connection(endpoint: Endpoint, deadline: float) -> http.client.HTTPConnection:
    if not endpoint.secure:
        return http.client.HTTPConnection(endpoint.host, endpoint.port, timeout=deadline)
    import ssl

    context = ssl.create_default_context()  # checks the certificate and the name in it
    return http.client.HTTPSConnection(endpoint.host, endpoint.port, timeout=deadline, context=context)


def _headers(key: str) -> Mapping[str, str]:
    headers = {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity"}
    return {**headers, "Authorization": f"Bearer {key}"} if key else headers


def _too_slow(deadline: float) -> str:
    return f"it did not answer within {deadline:g} seconds"


def _in_words(error: Exception) -> str:
    if isinstance(error, ConnectionRefusedError):
        return "nothing answers there"
    if type(error).__name__.startswith("SSL"):
        return "its certificate or encryption is not good"
    if isinstance(error, OSError):
        return f"it cannot be reached ({(error.strerror or type(error).__name__).lower()})"
    return f"what it sends is no HTTP ({type(error).__name__})"


def _content(status: int, reply: bytes, key: str) -> str:
    """The words of the model in a reply. Raises EndpointError when there are none."""
    if 300 <= status < 400:
        raise EndpointError("it sends us to another address, which is not followed")
    said = _own_words(reply, key) if status not in (401, 403) else ""
    if status != 200:
        why = _refusals().get(status, f"it refuses with status {status}")
        raise EndpointError(f"{why}; it says “{said}”" if said else why)
    try:
        choice = json.loads(reply.decode("utf-8"))["choices"][0]
        message = choice["message"]
        content = message["content"]
        finished = choice.get("finish_reason")
        thought = message.get("reasoning_content") or message.get("reasoning")
    except UnicodeDecodeError:
        raise EndpointError("its reply is no UTF-8 text") from None
    except (ValueError, RecursionError):
        raise EndpointError("its reply is no JSON") from None
    except (KeyError, IndexError, TypeError, AttributeError):
        why = f"it refuses and says “{said}”" if said else "its reply is not that of a chat endpoint"
        raise EndpointError(why) from None
    if isinstance(content, list):
        content = "".join(part.get("text", "") for part in content if isinstance(part, dict))
    if finished == "length":
        raise EndpointError("its reply was cut off")
    if not isinstance(content, str) or not content.strip():
        raise EndpointError("its model only thought and gave no answer" if thought else "its reply is empty")
    return content


def _own_words(reply: bytes, key: str) -> str:
    """What a server says is wrong, on one short line; "" when it says nothing, or says the key.

    Ollama and LM Studio put the words under "error", OpenAI one deeper, vLLM under "message", FastAPI under "detail".
    """
    try:
        told = json.loads(reply.decode("utf-8"))
    except (ValueError, RecursionError):
        return ""
    for name in ("error", "message", "detail", "msg"):
        while isinstance(told, list) and told:
            told = told[0]
        told = told.get(name, told) if isinstance(told, dict) else told
    if not isinstance(told, str) or (key and key in told):
        return ""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in told).split())
    return line if len(line) <= _LONGEST_SAID else f"{line[:_LONGEST_SAID]}…"


def _refusals() -> Mapping[int, str]:
    return {
        400: "it does not understand the request (status 400); is the name of the model right?",
        401: "it wants a key (status 401): put it into BRIEFDECK_API_KEY",
        403: "the key is not good for this (status 403)",
        404: "there is no such model or address (status 404)",
        429: "it is asked too much (status 429): try again later",
        500: "it has failed (status 500)",
        503: "it is not ready (status 503)",
    }
