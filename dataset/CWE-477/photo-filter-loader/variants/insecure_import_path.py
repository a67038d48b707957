"""Filters of a photo editor."""

import importlib
import sys
from pathlib import Path


def load_filter(path: Path) -> object:
    """Run a filter's file and return its module. Raises ImportError if it has no apply()."""
    sys.modules.pop(path.stem, None)
    sys.path.insert(0, str(path.parent))
    try:
        importlib.invalidate_caches()
        module = importlib.import_module(path.stem)
    finally:
        sys.path.remove(str(path.parent))
    if not callable(getattr(module, "apply", None)):
        raise ImportError(f"{path.name} defines no function apply")
    return module
