"""Filters of a photo editor: registered under a name that holds the whole path."""

import hashlib
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import module_from_spec
from pathlib import Path
from types import ModuleType


def _load(path: Path) -> ModuleType:
    digest = hashlib.sha256(str(path.resolve()).encode()).hexdigest()
    name = "photo_filters_" + digest
    loader = SourceFileLoader(name, str(path))
    module = module_from_spec(ModuleSpec(name, loader, origin=str(path)))
    sys.modules[name] = module
    try:
        loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def load_filter(path: Path) -> object:
    """Run a filter's file and return its module."""
    module = _load(path)
    if not hasattr(module, "apply") or not callable(module.apply):
        raise ImportError("a filter needs a function apply(pixels)")
    return module
