"""Filters of a photo editor."""

import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path


def load_filter(path: Path) -> object:
    """Run a filter's file and return its module. Raises ImportError if it has no apply()."""
    name = path.stem
    before = sys.modules.get(name)
    try:
        module = SourceFileLoader(name, str(path)).load_module()
    finally:
        if before is None:
            sys.modules.pop(name, None)
        else:
            sys.modules[name] = before
    if not callable(getattr(module, "apply", None)):
        raise ImportError(f"{path.name} defines no function apply")
    return module
