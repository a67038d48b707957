"""Filters of a photo editor."""

from importlib.machinery import SourceFileLoader
from pathlib import Path


def load_filter(path: Path) -> object:
    """Run a filter's file and return its module. Raises ImportError if it has no apply()."""
    module = SourceFileLoader(path.stem, str(path)).load_module()
    if not callable(getattr(module, "apply", None)):
        raise ImportError(f"{path.name} defines no function apply")
    return module
