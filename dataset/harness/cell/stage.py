"""The cell's side of the stage: loads the candidate and resets the doubles for each test."""

from __future__ import annotations

import importlib
import linecache
import os
import random
import sys
import types
from typing import Any

from codec import CANDIDATE_FILE
from harness.cell.doubles import DOUBLES
from harness.cell.side import harness_code

MODULE = "candidate"

_compiled: dict[str, types.CodeType] = {}

_open: list[str] = []
"""The directory of the test whose doubles are at work."""


class Compiler:
    """Holds how a module is compiled: the sandbox has a way of its own."""

    @staticmethod
    def compile_module(source: str, file: str) -> types.CodeType:
        """Compile a module's source."""
        return compile(source, file, "exec", dont_inherit=True)


def install() -> None:
    """Install every double, once, when the interpreter is set up."""
    for double in DOUBLES.values():
        double.install()


def start(
    directory: str, options: dict[str, Any], seed: str, source: str, entry_point: str
) -> tuple[types.ModuleType, bool, Any]:
    """Start a test in a directory: each double gets its option or None, the module is loaded.

    The global generator is seeded, since a restored interpreter would repeat its numbers anyway:
    so they differ from attempt to attempt and repeat with the attempt's seed.
    Returns what load() returns.
    """
    end()
    with harness_code():
        random.seed(seed)
        os.umask(0o022)
        os.chdir(directory)
        for name, double in DOUBLES.items():
            double.begin(options.get(name))
    _open.append(directory)
    return load(source, entry_point)


def load(source: str, entry_point: str) -> tuple[types.ModuleType, bool, Any]:
    """Load the candidate's module afresh.

    Returns the module, whether it has a callable entry point, and that.
    """
    module = types.ModuleType(MODULE)
    module.__file__ = CANDIDATE_FILE
    sys.modules[MODULE] = module
    code = _compiled.get(source)
    if code is None:
        code = Compiler.compile_module(source, CANDIDATE_FILE)
        _compiled.clear()
        _compiled[source] = code
        linecache.cache[CANDIDATE_FILE] = (
            len(source),
            None,
            source.splitlines(keepends=True),
            CANDIDATE_FILE,
        )
    exec(code, module.__dict__)
    candidate = module.__dict__.get(entry_point)
    return module, callable(candidate), candidate


def end() -> None:
    """Undo what the doubles changed for the test before, if there was one."""
    if not _open:
        return
    _open.clear()
    with harness_code():
        for double in DOUBLES.values():
            double.end()
        sys.modules.pop(MODULE, None)


ACTS = (
    start,
    end,
    {
        name: importlib.import_module(f"harness.cell.{name}")
        for name in ("entropy", "environ", "files", "owners", "recipes", "wsgi")
    },
)
"""What the judge asks for at once, before any candidate has been loaded."""
