"""The judge's interpreter in the browser: what the worker's JavaScript calls.

Everything is imported here, at module level, since this runs when the memory images are made;
setup() connects this side to the other one.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import codec
from bridge import open_bridge
from harness.runner import Job, Runner

WORK = Path("/tmp/w")
"""The directory that both interpreters see."""

_endpoint: codec.Judge
_runner: Runner
_teller: Teller


class Teller:
    """Tells the worker what happens; the end of a test goes together with what comes next."""

    def __init__(self, send: Callable[[bytes], bytes]) -> None:
        self._send = send
        self._held: list[dict[str, Any]] = []

    def tell(self, event: dict[str, Any]) -> None:
        """Send an event, or hold it back until the next one: each crossing costs time."""
        self._held.append(event)
        if event["event"] != "test-finished":
            self.flush()

    def flush(self) -> None:
        """Send what is held back."""
        if self._held:
            self._send(json.dumps(["host", self._held]).encode())
            self._held = []

    def keep(self, compiled: bytes) -> None:
        """Give the worker the compiled tests, for the next attempt at the same sample."""
        self.tell({"event": "compiled", "code": base64.b64encode(compiled).decode()})


def setup() -> None:
    """Open the bridge. Called once, before the heap is frozen."""
    global _endpoint, _runner, _teller
    send = open_bridge()

    _endpoint = codec.Judge(send)
    _teller = Teller(send)
    _runner = Runner(_endpoint, WORK, _teller.tell, _teller.keep)


def dispatch(message: bytes) -> bytes:
    """Answer a request of the cell; nested in a request of ours."""
    return _endpoint.serve(message)


def run(message: bytes) -> bytes:
    """Run one attempt, told by JSON; everything that happens leaves as events."""
    order = json.loads(message)
    only, compiled = order.get("only"), order.get("compiled")
    _runner.run(
        Job(
            code=order["code"],
            entry_point=order["entryPoint"],
            tests=order["tests"],
            seed=order["seed"],
            only=None if only is None else tuple(only),
            compiled=None if compiled is None else base64.b64decode(compiled),
        )
    )
    _teller.flush()
    return b'{"done": true}'
