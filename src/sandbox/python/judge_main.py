"""The judge's interpreter in the browser: what the worker's JavaScript calls.

Everything is imported here, at module level, since this runs when the snapshot is made; setup()
does what can't be in a snapshot.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import codec
from bridge import open_bridge
from harness.runner import Job, Runner

WORK = Path("/tmp/w")
"""The directory that both interpreters see."""

_endpoint: codec.Judge
_runner: Runner


def setup() -> None:
    """Open the bridge. Called once, before the heap is frozen."""
    global _endpoint, _runner
    send = open_bridge()

    def tell(event: dict[str, Any]) -> None:
        send(json.dumps(["host", event]).encode())

    _endpoint = codec.Judge(send)
    _runner = Runner(_endpoint, WORK, tell)


def dispatch(message: bytes) -> bytes:
    """Answer a request of the cell; nested in a request of ours."""
    return _endpoint.serve(message)


def run(message: bytes) -> bytes:
    """Run one attempt, told by JSON; everything that happens leaves as events."""
    order = json.loads(message)
    only = order.get("only")
    _runner.run(
        Job(
            code=order["code"],
            entry_point=order["entryPoint"],
            tests=order["tests"],
            seed=order["seed"],
            only=None if only is None else tuple(only),
        )
    )
    return b'{"done": true}'
