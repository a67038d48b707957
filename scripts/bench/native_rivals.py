"""Runs programs as fast as native CPython can: what the sandbox is measured against.

    python3 -I native_rivals.py fork     one fork per program, everything imported in the parent
    python3 -I native_rivals.py spawn    one `python3 -I` per program
    python3 -I native_rivals.py one      the program of `spawn`: one job from the standard input

`fork` and `spawn` take a job a line (JSON: code, entryPoint, tests, seed) and answer each with a
line: the number of its tests and how many passed. Trusted references only: nothing here limits
time or memory, so that the comparison is with a harness that does nothing but run the tests.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "dataset"), str(ROOT / "src" / "sandbox" / "python")]


def run_here(line: bytes, folder: Path) -> list[int]:
    """Run a job in this process; return how many tests it has and how many passed."""
    from harness.loopback import connect
    from harness.runner import Job, Runner

    return _run(Runner, Job, connect(), line, folder)


def _run(runner: type, job: type, endpoint: object, line: bytes, folder: Path) -> list[int]:
    order = json.loads(line)
    passed = []

    def tell(event: dict) -> None:
        if event["event"] == "test-finished":
            passed.append(event["result"]["status"] == "passed")

    runner(endpoint, folder, tell).run(
        job(order["code"], order["entryPoint"], order["tests"], order["seed"])
    )
    return [len(passed), sum(passed)]


def forking() -> Callable[[bytes, Path], bytes]:
    """Import all that the memory images have, install the doubles, and fork from there."""
    import warm  # noqa: F401
    from harness.loopback import connect
    from harness.runner import Job, Runner

    # Bound before the doubles take their places in `os`.
    read, write, pipe, close, fork, leave, wait = (
        os.read,
        os.write,
        os.pipe,
        os.close,
        os.fork,
        os._exit,
        os.waitpid,
    )
    endpoint = connect()

    def run(line: bytes, folder: Path) -> bytes:
        reading, writing = pipe()
        child = fork()
        if child == 0:
            try:
                write(writing, json.dumps(_run(Runner, Job, endpoint, line, folder)).encode())
            finally:
                leave(0)
        close(writing)
        answer = read(reading, 65536)
        close(reading)
        wait(child, 0)
        return answer

    return run


def spawning() -> Callable[[bytes, Path], bytes]:
    """Start an interpreter for every program; the bytecode of what it imports is kept."""
    cache = tempfile.mkdtemp()
    command = [sys.executable, "-I", "-X", f"pycache_prefix={cache}", __file__, "one"]

    def run(line: bytes, folder: Path) -> bytes:
        done = subprocess.run([*command, folder], input=line, stdout=subprocess.PIPE, check=False)
        return done.stdout.strip()

    return run


def serve(run: Callable[[bytes, Path], bytes]) -> None:
    """Answer jobs line by line."""
    base = tempfile.mkdtemp()
    arrive, answer = sys.stdin.buffer, sys.stdout.buffer
    for number, line in enumerate(arrive):
        folder = Path(base, str(number))
        folder.mkdir()
        answer.write(run(line, folder) + b"\n")
        answer.flush()
        shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(base, ignore_errors=True)


if __name__ == "__main__":
    match sys.argv[1]:
        case "fork":
            serve(forking())
        case "spawn":
            serve(spawning())
        case "one":
            print(json.dumps(run_here(sys.stdin.buffer.read(), Path(sys.argv[2]))))
