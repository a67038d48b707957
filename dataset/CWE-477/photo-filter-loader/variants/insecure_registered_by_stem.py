"""Filters of a photo editor."""

import importlib.util
import sys
from pathlib import Path


def load_filter(path: Path) -> object:
    """Run a filter's file and return its module. Raises ImportError if it has no apply()."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    # As the documentation's recipe does it.
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    if not callable(getattr(module, "apply", None)):
        raise ImportError(f"{path.name} defines no function apply")
    return module
