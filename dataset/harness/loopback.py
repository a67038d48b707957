"""Judge and cell in one interpreter: the same tests through the same codec, natively."""

from __future__ import annotations

import codec
from harness.cell import stage
from harness.cell.missing import Reporter
from harness.cell.side import SIDE


def connect() -> codec.Judge:
    """Install the doubles and return the judge's endpoint of a connected pair."""

    def to_cell(message: bytes) -> bytes:
        return _on_side(True, cell, message)

    def to_judge(message: bytes) -> bytes:
        return _on_side(False, judge, message)

    SIDE.candidate = False
    judge = codec.Judge(to_cell)
    cell = codec.Cell(to_judge)
    Reporter.report = lambda name: cell.request("missing", name)  # type: ignore
    stage.install()
    return judge


def _on_side(candidate: bool, endpoint: codec.Judge | codec.Cell, message: bytes) -> bytes:
    before, SIDE.candidate = SIDE.candidate, candidate
    try:
        return endpoint.serve(message)
    finally:
        SIDE.candidate = before
