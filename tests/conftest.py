"""What all tests share: the option that renews golden files, examples that stay the same, and no silent skips in CI."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
if "FUZZ_EXAMPLES" not in os.environ:  # `make fuzz` looks for new ones
    settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew instead of comparing")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """Fail what would be skipped where CI=true: CI installs every tool that a test needs.

    Only a registry on the network that does not answer is nobody's fault here.
    """
    report: pytest.TestReport = yield  # type: ignore[misc]
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CI") == "true":
        reason = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        if "out of reach:" in str(reason):
            return report  # type: ignore[return-value]
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where nothing may be: {reason}"
    return report  # type: ignore[return-value]


_OUTWARD = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request")
_ALLOWED = ("local_server",)
"""Fixtures of tests that talk to a server of their own on this machine."""

_reached_out: list[str] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    """Remember every step out of this machine; a plain file name is a socket of this machine."""
    if event in _OUTWARD and not any(isinstance(argument, str | bytes) for argument in arguments[1:2]):
        _reached_out.append(f"{event} {arguments[1:]}")


sys.addaudithook(_watch)


@pytest.fixture
def reached_out() -> list[str]:
    """What reached for the network so far in this test."""
    return _reached_out


@pytest.fixture(autouse=True)
def nothing_reaches_out(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which anything reached for the network: building and mapping never do."""
    _reached_out.clear()
    yield
    if not set(_ALLOWED) & set(request.fixturenames):
        assert not _reached_out, f"reached for the network: {_reached_out}"
