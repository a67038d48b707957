"""Filters of a photo editor."""

import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path


def load_filter(path: Path) -> object:
    """Run a filter's file and return its module. Raises ImportError if it has no apply()."""
    name = path.stem
    while name in sys.builtin_module_names or name in sys.stdlib_module_names:
        name = f"filter_{name}"
    module = SourceFileLoader(name, str(path)).load_module()
    if not callable(getattr(module, "apply", None)):
        raise ImportError(f"{path.name} defines no function apply")
    return module
