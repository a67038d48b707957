"""Doubles for asyncio.create_subprocess_exec and create_subprocess_shell."""

from __future__ import annotations

import asyncio
import asyncio.subprocess
from collections.abc import Callable
from typing import Any

PROCESS_ID = 4243


class Writer:
    """A program's standard input."""

    def __init__(self, number: int, feed: Callable[[int, bytes], None]) -> None:
        self._number = number
        self._feed = feed
        self._closed = False

    def write(self, data: bytes) -> None:
        """Hand data over."""
        self._feed(self._number, bytes(data))

    def writelines(self, lines: Any) -> None:
        """Hand several pieces over."""
        self.write(b"".join(lines))

    async def drain(self) -> None:
        """Return at once."""

    def close(self) -> None:
        """Close the pipe."""
        self._closed = True

    def is_closing(self) -> bool:
        """Tell whether the pipe was closed."""
        return self._closed

    async def wait_closed(self) -> None:
        """Return at once."""

    def write_eof(self) -> None:
        """Close the pipe."""
        self._closed = True


class Process:
    """In the place of asyncio.subprocess.Process: it has already ended."""

    def __init__(self, started: tuple[int, int, bytes, bytes], feed: Any, pipes: Any) -> None:
        number, self._status, out, err = started
        stdin, stdout, stderr = pipes
        if stderr == asyncio.subprocess.STDOUT:
            out, err = out + err, b""
        self.pid = PROCESS_ID
        self.returncode: int | None = None
        self.stdin = Writer(number, feed) if stdin == asyncio.subprocess.PIPE else None
        self.stdout = _reader(out) if stdout == asyncio.subprocess.PIPE else None
        self.stderr = _reader(err) if stderr == asyncio.subprocess.PIPE else None

    async def wait(self) -> int:
        """Return the exit status."""
        self.returncode = self._status
        return self._status

    async def communicate(self, input: bytes | None = None) -> tuple[bytes | None, bytes | None]:
        """Hand over the input; return what the program printed."""
        if input is not None and self.stdin is not None:
            self.stdin.write(input)
        await self.wait()
        out = None if self.stdout is None else await self.stdout.read()
        err = None if self.stderr is None else await self.stderr.read()
        return out, err

    def send_signal(self, signal: int) -> None:
        """Do nothing: the program has ended."""

    def terminate(self) -> None:
        """Do nothing: the program has ended."""

    def kill(self) -> None:
        """Do nothing: the program has ended."""


def _reader(data: bytes) -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    reader.feed_data(data)
    reader.feed_eof()
    return reader


def install(start: Callable[..., Any], feed: Callable[[int, bytes], None]) -> None:
    """Put the doubles in place."""

    async def create_subprocess_exec(
        program: Any,
        *arguments: Any,
        stdin: Any = None,
        stdout: Any = None,
        stderr: Any = None,
        limit: int = 65536,
        cwd: Any = None,
        env: Any = None,
        executable: Any = None,
        **settings: Any,
    ) -> Process:
        api = "asyncio.create_subprocess_exec"
        words = [program, *arguments]
        started = start(api, words, executable=executable, cwd=cwd, env=env)
        return Process(started, feed, (stdin, stdout, stderr))

    async def create_subprocess_shell(
        cmd: Any,
        stdin: Any = None,
        stdout: Any = None,
        stderr: Any = None,
        limit: int = 65536,
        cwd: Any = None,
        env: Any = None,
        **settings: Any,
    ) -> Process:
        api = "asyncio.create_subprocess_shell"
        started = start(api, cmd, shell=True, cwd=cwd, env=env)
        return Process(started, feed, (stdin, stdout, stderr))

    for module in (asyncio, asyncio.subprocess):
        module.create_subprocess_exec = create_subprocess_exec  # type: ignore[assignment]
        module.create_subprocess_shell = create_subprocess_shell  # type: ignore[assignment]
