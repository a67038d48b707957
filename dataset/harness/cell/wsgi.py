"""Calls a WSGI application in the candidate's interpreter, as a server would (PEP 3333)."""

from __future__ import annotations

import io
import sys
from typing import Any


def serve(
    app: Any, environ: dict[str, str], body: bytes
) -> tuple[str, list[tuple[str, str]], bytes]:
    """Handle one request; return status line, headers and body. Raises what the app raises."""
    started: list[tuple[str, list[tuple[str, str]]]] = []
    chunks: list[bytes] = []

    def write(data: bytes) -> None:
        if not isinstance(data, bytes):
            raise TypeError(f"WSGI bodies are bytes, not {type(data).__name__}")
        chunks.append(bytes(data))

    def start_response(status: str, headers: Any, exc_info: Any = None) -> Any:
        if exc_info is not None and chunks:
            raise exc_info[1].with_traceback(exc_info[2])
        if started and exc_info is None:
            raise AssertionError("start_response was called twice")
        if not isinstance(status, str):
            raise TypeError("a WSGI status is a str")
        pairs = []
        for name, value in headers:
            if not isinstance(name, str) or not isinstance(value, str):
                raise TypeError("names and values of WSGI headers are str")
            pairs.append((str(name), str(value)))
        started[:] = [(str(status), pairs)]
        return write

    complete = {
        **environ,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    answer = app(complete, start_response)
    try:
        for chunk in answer:
            write(chunk)
    finally:
        close = getattr(answer, "close", None)
        if close is not None:
            close()
    if not started:
        raise AssertionError("start_response was never called")
    status, pairs = started[0]
    return status, pairs, b"".join(chunks)
