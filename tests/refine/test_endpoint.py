"""What leaves the machine, where to, and that no server can hold us up, fool us or fill the memory."""

from __future__ import annotations

import time

import pytest

from briefdeck.endpoint import EndpointError, ask, parse_endpoint, request_bodies
from refine.misbehaving import http, reply, server

BODIES = request_bodies("tiny", "be short", "a sentence")


def asked(url: str, **options: object) -> str:
    return ask(parse_endpoint(url), BODIES, **options)


def test_an_answer_is_read_and_the_request_is_the_same_every_time():
    with server(lambda _: reply("hello")) as (url, seen):
        assert asked(url) == asked(url) == "hello"
    assert seen.bodies[0] == seen.bodies[1]
    assert seen.bodies[0]["temperature"] == 0 and seen.bodies[0]["seed"] == 0 and not seen.bodies[0]["stream"]
    assert seen.heads[0].startswith("POST /v1/chat/completions HTTP/1.1")
    assert "authorization" not in seen.heads[0].lower()


def test_the_key_goes_into_the_header_and_nowhere_else():
    with server(lambda _: reply("hello")) as (url, seen):
        asked(url, key="s3cret")
    assert "Authorization: Bearer s3cret" in seen.heads[0] and "s3cret" not in str(seen.bodies)


def test_content_in_parts_is_joined():
    with server(lambda _: reply([{"type": "text", "text": "hel"}, {"type": "text", "text": "lo"}])) as (url, _):
        assert asked(url) == "hello"


def test_a_server_that_knows_no_json_mode_is_asked_without():
    with server(lambda body: http(b"{}", "400 Bad Request") if "response_format" in body else reply("hello")) as (
        url,
        seen,
    ):
        assert asked(url) == "hello"
    assert len(seen.bodies) == 2


def test_a_server_that_knows_no_seed_and_no_tokens_is_asked_without():
    """Mistral calls the seed another name (422), new models of OpenAI the tokens (400)."""

    def respond(body):
        known = {"model", "messages", "stream"}
        refused = b'{"error": {"message": "Unsupported parameter: max_tokens"}}'
        return reply("hello") if set(body) == known else http(refused, "422 Unprocessable Entity")

    with server(respond) as (url, seen):
        assert asked(url) == "hello"
    assert [sorted(body)[-1] for body in seen.bodies] == ["temperature", "temperature", "stream"]
    assert all(body["messages"] == seen.bodies[0]["messages"] for body in seen.bodies)


LM_STUDIO = b"""{"error": "'response_format.type' must be 'json_schema' or 'text'"}"""
VLLM = b'{"object": "error", "message": "The model `tiny` does not exist.", "type": "NotFoundError", "code": 404}'


def test_lm_studio_is_asked_again_without_a_format():
    with server(lambda body: http(LM_STUDIO, "400 Bad Request") if "response_format" in body else reply("hello")) as (
        url,
        seen,
    ):
        assert asked(url) == "hello"
    assert len(seen.bodies) == 2


@pytest.mark.parametrize("deeper", ["reasoning_content", "reasoning"])
def test_what_a_model_thought_is_no_answer(deeper):
    message = {"role": "assistant", "content": None, deeper: "Let me see"}
    with server(lambda _: reply("", message=message)) as (url, _), pytest.raises(EndpointError, match="only thought"):
        asked(url)
    message = {"role": "assistant", "content": "hello", deeper: "Let me see"}
    with server(lambda _: reply("", message=message)) as (url, _):
        assert asked(url) == "hello"


def test_what_a_server_says_is_told_on_one_line_and_never_the_key():
    told = b'{"error": "no\\u001b[31m room\\nhere, s3cret"}'
    with server(lambda _: http(told, "500 Internal Server Error")) as (url, _), pytest.raises(EndpointError) as caught:
        asked(url)
    assert str(caught.value) == "it has failed (status 500); it says “no [31m room here, s3cret”"
    with server(lambda _: http(told, "500 Internal Server Error")) as (url, _), pytest.raises(EndpointError) as caught:
        asked(url, key="s3cret")
    assert str(caught.value) == "it has failed (status 500)"


def test_an_answer_that_comes_in_chunks_after_blank_lines_is_read():
    """Go servers send long answers in chunks; routers keep a connection awake with blank lines before the answer."""
    body = b"\n \n" + reply("hello").partition(b"\r\n\r\n")[2]
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:7], body[7:])) + b"0\r\n\r\n"
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    with server(lambda _: head + chunks) as (url, _):
        assert asked(url) == "hello"


HUGE = b'{"choices": [' + b" " * 1_100_000 + b"]}"
WAYS = {
    "internal error": (lambda _: http(b"boom", "500 Internal Server Error"), "status 500"),
    "asked too much": (lambda _: http(b"{}", "429 Too Many Requests"), "429"),
    "bad request": (lambda _: http(b"{}", "400 Bad Request"), "name of the model"),
    "unauthorised": (lambda _: http(b"{}", "401 Unauthorized"), "BRIEFDECK_API_KEY"),
    "teapot": (lambda _: http(b"{}", "418 I'm a teapot"), "status 418"),
    "redirect": (lambda _: http(b"", "307 Temporary Redirect", "Location: http://evil.example/"), "not followed"),
    "html": (lambda _: http(b"<html>log in to the hotel</html>"), "no JSON"),
    "truncated json": (lambda _: http(b'{"choices": [{"mess'), "no JSON"),
    "deep json": (lambda _: http(b"[" * 100_000), "no JSON"),
    "vllm without the model": (lambda _: http(VLLM, "404 Not Found"), "says “The model `tiny` does not exist.”"),
    "ollama without the model": (
        lambda _: http(b'{"error": {"message": "model \\"tiny\\" not found, try pulling it first"}}', "404 Not Found"),
        "try pulling it first",
    ),
    "fastapi": (
        lambda _: http(b'{"detail": [{"loc": ["body"], "msg": "field required"}]}', "422 Unprocessable Entity"),
        "status 422; it says “field required”",
    ),
    "an error with status 200": (
        lambda _: http(b'{"error": {"message": "No credit", "code": 402}}'),
        "says “No credit”",
    ),
    "wrong schema": (lambda _: http(b'{"answer": 42}'), "not that of a chat endpoint"),
    "a list": (lambda _: http(b"[1, 2]"), "not that of a chat endpoint"),
    "no choices": (lambda _: http(b'{"choices": []}'), "not that of a chat endpoint"),
    "empty": (lambda _: reply(""), "empty"),
    "null": (lambda _: reply(None), "empty"),
    "a number": (lambda _: reply(7), "empty"),
    "cut off": (lambda _: reply("hel", finish_reason="length"), "cut off"),
    "huge": (lambda _: http(HUGE), "larger than"),
    "invalid utf-8": (lambda _: http(b'{"choices": "\xff\xfe"}'), "UTF-8"),
    "shorter than promised": (lambda _: http(b"{}")[:-1], "ends too early"),
    "no http": (lambda _: b"SSH-2.0-OpenSSH_9.6\r\n\r\n", "no HTTP"),
    "nothing": (lambda _: b"", "cannot be reached"),
    "chunked garbage": (lambda _: b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\nhello", "no HTTP"),
    "endless head": (lambda _: b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500, "no HTTP"),
    "a long line": (lambda _: b"HTTP/1.1 200 " + b"k" * 70_000, "no HTTP"),
}


@pytest.mark.parametrize("way", WAYS)
def test_whatever_a_server_does_there_is_one_sentence_about_it(way: str):
    respond, words = WAYS[way]
    with server(respond) as (url, _), pytest.raises(EndpointError) as failed:
        asked(url, deadline=5)
    assert words in str(failed.value)
    assert "\n" not in str(failed.value) and "boom" not in str(failed.value)


def test_a_port_where_nobody_listens():
    with server(None) as (url, _), pytest.raises(EndpointError, match="nothing answers"):
        asked(url)


@pytest.mark.parametrize("drip", [0.05, 30])
def test_a_slow_server_is_left_at_the_deadline(drip: float):
    start = time.monotonic()
    with (
        server(lambda _: reply("hello" * 1000), drip=drip) as (url, _),
        pytest.raises(EndpointError, match=r"within 0\.5"),
    ):
        asked(url, deadline=0.5)
    assert time.monotonic() - start < 5


def test_the_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with server(lambda _: reply("hello")) as (url, _):
        assert asked(url) == "hello"


def test_a_certificate_that_nobody_vouches_for_is_not_taken():
    with server(lambda _: reply("hello")) as (url, _), pytest.raises(EndpointError):
        asked(url.replace("http://", "https://"), deadline=5)


def test_a_request_too_large_is_not_sent():
    with server(lambda _: reply("hello")) as (url, seen), pytest.raises(EndpointError, match="more than"):
        ask(parse_endpoint(url), request_bodies("tiny", "", "x" * 300_000))
    assert not seen.bodies


@pytest.mark.parametrize(
    "url",
    ["", "localhost:11434", "ftp://host/v1", "file:///etc/passwd", "http://", "http://a b/", "http://user:pw@host/v1",
     "http://host/v1?key=x", "http://host:99999/", "http://host/v1#x", "http://hôst/v1", "http://host/\n"],
)  # fmt: skip
def test_what_is_no_address_is_refused(url: str):
    with pytest.raises(ValueError, match="address"):
        parse_endpoint(url)


@pytest.mark.parametrize(
    ("url", "here"),
    [("http://localhost:1/v1", True), ("http://127.8.8.8/v1", True), ("http://[::1]:8000", True),
     ("https://api.example.org/v1", False), ("http://localhost.evil.example/v1", False), ("http://192.168.1.2", False)],
)  # fmt: skip
def test_this_machine_is_told_from_others(url: str, here: bool):
    assert parse_endpoint(url).is_here is here
    assert parse_endpoint(url).path.endswith("/chat/completions")
