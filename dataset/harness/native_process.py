"""Runs one attempt in child processes: the parent owns the clock, as the page does."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from harness.loopback import connect
from harness.runner import Job, Runner, load_tests

LOAD_SECONDS = 5.0
TEST_SECONDS = 3.0
MEMORY_BYTES = 1 << 30


@dataclass
class Outcome:
    """Results by test name, or why the module didn't load."""

    results: dict[str, dict[str, Any]] = field(default_factory=dict)
    load_failure: str | None = None


def run_in_process(job: Job, root: Path) -> Outcome:
    """Run a job; after a hang or a death the remaining tests go on in a fresh process."""
    tests = load_tests(job.tests)
    left = list(job.only if job.only is not None else tests)
    outcome = Outcome()
    for round_number in range(len(left) + 1):
        if not left or outcome.load_failure is not None:
            break
        folder = root / f"p{round_number}"
        folder.mkdir(mode=0o755)
        limits = {name: getattr(tests[name], "limit_seconds", TEST_SECONDS) for name in left}
        _run_once(replace(job, only=tuple(left)), folder, limits, outcome)
        left = [name for name in left if name not in outcome.results]
    return outcome


def _run_once(job: Job, folder: Path, limits: dict[str, float], outcome: Outcome) -> None:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _run_child(job, folder, writing)
    os.close(writing)
    running: str | None = None
    try:
        for event in _events(reading, limits):
            kind = event["event"]
            if kind == "test-started":
                running = event["name"]
            elif kind == "test-finished":
                outcome.results[event["name"]] = event["result"]
                running = None
            elif kind == "load-failed":
                outcome.load_failure = json.dumps(event["failure"])
            elif kind == "harness-failed":
                outcome.load_failure = f"the harness failed: {event['detail']}"
            elif kind == "timeout" and running is not None:
                limit_ms = round(limits[running] * 1000)
                outcome.results[running] = {"status": "timeout", "limitMs": limit_ms}
            elif kind == "timeout":
                outcome.load_failure = "the time limit for loading has passed"
            elif kind == "lost" and running is not None:
                died = {"status": "died", "how": "crash", "detail": "the process ended"}
                outcome.results[running] = died
            elif kind == "lost":
                outcome.load_failure = "the process ended"
    finally:
        os.close(reading)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _events(reading: int, limits: dict[str, float]) -> Iterator[dict[str, Any]]:
    """Yield the child's events; a `timeout` or `lost` event of our own comes last, if at all."""
    pending = b""
    deadline = time.monotonic() + LOAD_SECONDS
    while True:
        if not select.select([reading], [], [], max(0, deadline - time.monotonic()))[0]:
            yield {"event": "timeout"}
            return
        data = os.read(reading, 65536)
        if not data:
            yield {"event": "lost"}
            return
        *lines, pending = (pending + data).split(b"\n")
        for line in lines:
            event = json.loads(line)
            if event["event"] == "done":
                return
            deadline = time.monotonic() + limits.get(event.get("name", ""), LOAD_SECONDS)
            yield event


def _run_child(job: Job, folder: Path, writing: int) -> None:
    def tell(event: dict[str, Any]) -> None:
        os_write(writing, json.dumps(event).encode() + b"\n")

    os_write, leave = os.write, os._exit
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        Runner(connect(), folder, tell).run(job)
        tell({"event": "done"})
    finally:
        leave(0)
