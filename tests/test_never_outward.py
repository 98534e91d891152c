"""Nothing leaves the machine: the watch over the whole suite sees every way out, and no reader is led outside."""

from __future__ import annotations

import ast
import re
import socket
import subprocess
import sys
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "briefdeck"
SEED = ROOT / "seeds" / "000_6d5ad8971962cae4.txt"
WATCHED = (
    "import sys\n"
    "def watch(event, arguments):\n"
    "    if event.startswith(('socket.', 'urllib.', 'ftplib.', 'http.', 'smtplib.', 'ssl.')):\n"
    "        print('OUTWARD', event, arguments, file=sys.stderr)\n"
    "sys.addaudithook(watch)\n"
    "from briefdeck.cli import main\n"
    "main(sys.argv[1:])\n"
)


@pytest.mark.parametrize(
    "reach",
    [
        lambda: socket.getaddrinfo("localhost", 80),
        lambda: socket.socket().connect(("127.0.0.1", 9)),
        lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 9)),
        lambda: urllib.request.urlopen("http://127.0.0.1:9/", timeout=1),
    ],
)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_the_watch_sees_every_way_out(reach, reached_out):
    with suppress(OSError):
        reach()
    assert reached_out
    reached_out.clear()


def test_mapping_building_and_verifying_touch_no_socket_at_all(tmp_path):
    note = SEED.read_text() + "\nSee https://example.invalid and <img src='http://example.invalid/x.png'> for more.\n"
    (tmp_path / "lesson.txt").write_text(note)
    for typed in (("outline", "lesson.txt"), ("build",), ("verify",)):
        done = subprocess.run(
            [sys.executable, "-c", WATCHED, *typed], cwd=tmp_path, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, done.stderr
        assert "OUTWARD" not in done.stderr


def test_xml_is_read_without_entities_and_network():
    """lxml fetches and expands what a document asks for unless it is told not to."""
    wrong = []
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (fault := xml_fault(node)):
                wrong.append(f"{path.relative_to(SOURCE)}:{node.lineno}: {fault}")
    assert not wrong, wrong


def xml_fault(call: ast.Call) -> str:
    """What is careless about a call that reads XML; "" for nothing."""
    name = ast.unparse(call.func).split(".")[-1]
    given = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
    if name in ("XMLParser", "HTMLParser", "iterparse", "XMLPullParser"):
        if given.get("no_network") != "True":
            return "may fetch from the network"
        if name != "HTMLParser" and given.get("resolve_entities") != "False":
            return "expands entities"
    if name in ("fromstring", "XML", "HTML") and "etree" in ast.unparse(call.func) and len(call.args) < 2:
        return "reads with the parser that is not careful"
    return ""


def test_no_reader_of_the_standard_library_that_expands_entities_is_used():
    loose = re.compile(r"(?:import|from) (?:xml\.(?:etree|dom|sax\.expat)|xmlrpc|pickle|marshal|shelve)")
    wrong = [
        f"{path.relative_to(SOURCE)}:{number}"
        for path in SOURCE.rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if loose.match(line.strip())
    ]
    assert not wrong, wrong
