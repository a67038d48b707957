"""Deeply nested JSON raises RecursionError, as in CPython on Linux.

The scanner is C code that uses so little of the stack that Python can measure, and so much of the
engine's, that the interpreter would end before it noticed. So the nesting is looked at first.
"""

from __future__ import annotations

import re
from json.decoder import JSONDecoder
from typing import Any

DEEPEST = 1000
"""Levels that are read; twice as many fit on the engine's stack."""

_TOKEN = re.compile(r'[\[{]|[]}]|"(?:[^"\\]++|\\.)*+"?', re.DOTALL)


def install() -> None:
    """Put the check in front of the decoder."""
    genuine = JSONDecoder.raw_decode

    def raw_decode(self: JSONDecoder, s: str, idx: int = 0) -> tuple[Any, int]:
        """Decode a JSON document from ``s``; return it and the index where it ended."""
        if isinstance(s, str) and s.count("[", idx) + s.count("{", idx) > DEEPEST:
            _check_nesting(s, idx)
        return genuine(self, s, idx)

    JSONDecoder.raw_decode = raw_decode  # type: ignore[method-assign]


def _check_nesting(text: str, start: int) -> None:
    depth = 0
    for token in _TOKEN.finditer(text, start):
        first = text[token.start()]
        if first in "[{":
            depth += 1
            if depth > DEEPEST:
                kind = "array" if first == "[" else "object"
                reason = "maximum recursion depth exceeded while decoding a JSON"
                raise RecursionError(f"{reason} {kind} from a unicode string")
        elif first in "]}":
            depth -= 1
            if depth <= 0:
                return
