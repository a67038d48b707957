"""Filters of a photo editor: run as scripts."""

import runpy
from pathlib import Path
from types import SimpleNamespace


def load_filter(path: Path) -> object:
    """Run a filter's file and return what it defines."""
    defined = runpy.run_path(str(path), run_name="<filter>")
    if not callable(defined.get("apply")):
        raise ImportError(f"no function apply in {path}")
    return SimpleNamespace(**defined)
