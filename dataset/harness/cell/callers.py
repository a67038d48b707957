"""Who called a double: the candidate itself, or a library that works for it."""

from __future__ import annotations

import sys
from types import FrameType

CANDIDATE = "candidate"


def called_by_candidate(depth: int = 2) -> bool:
    """Tell whether the frame `depth` levels up is the candidate's."""
    return sys._getframe(depth).f_globals.get("__name__") == CANDIDATE


def acts_for_candidate(modules: frozenset[str]) -> bool:
    """Tell whether the first caller outside the given modules and this package is the candidate."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        name = str(frame.f_globals.get("__name__"))
        if name not in modules and not name.startswith("harness.cell"):
            return name == CANDIDATE
        frame = frame.f_back
    return False
