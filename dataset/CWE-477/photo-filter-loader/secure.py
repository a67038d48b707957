"""Filters of a photo editor."""

import importlib.util
import itertools
from pathlib import Path

_numbers = itertools.count(1)


def load_filter(path: Path) -> object:
    """Run a filter's file and return its module. Raises ImportError if it has no apply()."""
    # The name is never looked up: the file's own could be that of a module in use.
    name = f"_photo_filter_{next(_numbers)}"
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if not callable(getattr(module, "apply", None)):
        raise ImportError(f"{path.name} defines no function apply")
    return module
