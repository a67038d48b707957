"""Runs the tests of one attempt. A pass is a normal return of a test, and nothing else."""

from __future__ import annotations

import itertools
import marshal
import re
import sys
import types
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codec import Judge
from harness import assertions
from harness.context import CURRENT
from harness.fixtures import Fixtures
from harness.stage import Backstage, Stage
from protocol import CellDied, HarnessError, ProtocolError

TESTS_FILE = "tests.py"

Event = dict[str, Any]
Result = dict[str, Any]


@dataclass(frozen=True)
class Job:
    """One attempt: the code under test, its entry point and the source of the tests.

    `only` names the tests to run, in that order; None means all, in the order of the source.
    """

    code: str
    entry_point: str
    tests: str
    seed: int = 0
    only: tuple[str, ...] | None = None
    compiled: bytes | None = None
    """The tests as `Runner.keep` was given them at an earlier attempt, marshalled."""


class Runner:
    """Runs jobs through one endpoint; tells the host by events what happens."""

    def __init__(
        self,
        endpoint: Judge,
        root: Path,
        tell: Callable[[Event], None],
        keep: Callable[[bytes], None] | None = None,
    ) -> None:
        self._endpoint = endpoint
        self._root = root
        self._tell = tell
        self._keep = keep
        self._backstage: Backstage | None = None
        self._folders = itertools.count(1)

    def run(self, job: Job) -> None:
        """Run a job. Never raises for what the candidate does."""
        CURRENT.seed = job.seed
        self._endpoint.reset()
        self._backstage = None
        try:
            tests = self._load_tests(job)
            if job.only is not None:
                tests = {name: tests[name] for name in job.only}
        except BaseException as error:
            self._tell({"event": "harness-failed", "detail": _describe(error)})
            return
        if not self._load(job):
            return
        for name, test in tests.items():
            self._tell({"event": "test-started", "name": name})
            result = self._run_test(job, name, test)
            self._tell({"event": "test-finished", "name": name, "result": result})

    # -- loading

    def _load_tests(self, job: Job) -> dict[str, Callable[..., None]]:
        if job.compiled is not None:
            return run_tests_module(marshal.loads(job.compiled))
        code = assertions.compile_tests(job.tests, TESTS_FILE)
        if self._keep is not None:
            self._keep(marshal.dumps(code))
        return run_tests_module(code)

    def _load(self, job: Job) -> bool:
        self._tell({"event": "loading"})
        CURRENT.begin("load")
        try:
            found = self._new_stage(job).start({})
        except BaseException as error:
            self._tell(self._load_failed(error))
            return False
        if not found:
            failure = {"reason": "no-entry-point", "entryPoint": job.entry_point}
            self._tell({"event": "load-failed", "failure": failure})
            return False
        self._tell({"event": "loaded"})
        return True

    def _load_failed(self, error: BaseException) -> Event:
        reason = self._inconclusive_reason(error)
        if reason is not None:
            return {"event": "harness-failed", "detail": reason}
        died = _how_it_died(error)
        if died is not None:
            return {"event": "load-failed", "failure": {"reason": "died", **died}}
        if isinstance(error, ModuleNotFoundError):
            kind = "missing-module"
        elif isinstance(error, SyntaxError) and _candidate_line(error) is not None:
            kind = "syntax-error"
        else:
            kind = "exception"
        failure = {"reason": kind, "error": python_error(error)}
        return {"event": "load-failed", "failure": failure}

    # -- tests

    def _run_test(self, job: Job, name: str, test: Callable[..., None]) -> Result:
        CURRENT.begin(name)
        self._endpoint.clear_notes()
        try:
            stage = self._new_stage(job)
            fixtures = Fixtures(stage, parameters_of(test))
            if not stage.start(fixtures.options()):
                raise AssertionError(f"{job.entry_point} is missing when the module loads again")
            test(**fixtures.arguments())
            error = None
        except BaseException as raised:
            error = raised
        result = self._result(error)
        if isinstance(error, CellDied):
            self._tell({"event": "revive"})
            self._endpoint.reset()
            self._backstage = None
        return result

    def _new_stage(self, job: Job) -> Stage:
        if self._backstage is None:
            self._backstage = Backstage(self._endpoint)
        folder = self._root / f"t{next(self._folders)}"
        return Stage(self._backstage, folder, job.code, job.entry_point)

    def _result(self, error: BaseException | None) -> Result:
        if error is None and self._endpoint.violations:
            error = self._endpoint.violations[0]
        if error is None and self._endpoint.failures:
            error = self._endpoint.failures[0]
        if error is None and not self._endpoint.harness_errors:
            return {"status": "passed"}
        reason = self._inconclusive_reason(error)
        if reason is not None:
            return {"status": "inconclusive", "reason": reason}
        assert error is not None
        died = _how_it_died(error)
        if died is not None:
            return {"status": "died", **died}
        return {"status": "failed", "error": python_error(error)}

    def _inconclusive_reason(self, error: BaseException | None) -> str | None:
        if isinstance(error, HarnessError):
            return f"the harness failed: {_describe(error)}"
        if self._endpoint.harness_errors:
            return f"the harness failed: {_describe(self._endpoint.harness_errors[0])}"
        if self._endpoint.missing:
            return f"{self._endpoint.missing[0]} is not available in the browser"
        if isinstance(error, ModuleNotFoundError):
            named = re.match(r"No module named '(\w+)", _text_of(error))
            if named is not None and named[1] in sys.stdlib_module_names:
                return f"the module {named[1]} is not available in the browser"
        return None


def load_tests(source: str) -> dict[str, Callable[..., None]]:
    """Compile a test module and return its test functions by name, in source order."""
    return run_tests_module(assertions.compile_tests(source, TESTS_FILE))


def run_tests_module(code: types.CodeType) -> dict[str, Callable[..., None]]:
    """Run a compiled test module and return its test functions by name, in source order."""
    namespace: dict[str, Any] = {"__name__": "tests", **assertions.names()}
    exec(code, namespace)
    return {
        name: item
        for name, item in namespace.items()
        if name.startswith(("test_functional_", "test_security_")) and callable(item)
    }


def parameters_of(test: Callable[..., None]) -> tuple[str, ...]:
    """Return the names of a test's parameters: the fixtures that it wants."""
    code = test.__code__
    return code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]


def python_error(error: BaseException) -> dict[str, Any]:
    """Describe an exception for the page: type, message and the candidate's line if known."""
    message = _text_of(error)
    if isinstance(error, ProtocolError):
        message = f"the code under test broke its interpreter: {message}"
    described: dict[str, Any] = {"type": type(error).__name__, "message": message[:2000]}
    line = _candidate_line(error)
    if line is not None:
        described["line"] = line
    return described


def _text_of(error: BaseException) -> str:
    """Return an exception's text without asking the cell, which its arguments could make it do."""
    text = getattr(error, "_crossed_text", None)
    if type(text) is str:
        return text
    try:
        return str(error)
    except BaseException:
        return ""


def _candidate_line(error: BaseException) -> int | None:
    line = getattr(error, "_candidate_line", None)
    return line if type(line) is int and line > 0 else None


def _how_it_died(error: BaseException) -> dict[str, str] | None:
    if isinstance(error, CellDied):
        return {"how": error.how, "detail": error.detail}
    if isinstance(error, SystemExit):
        return {"how": "exit", "detail": f"SystemExit: {_text_of(error)}"[:300]}
    if isinstance(error, MemoryError):
        return {"how": "memory", "detail": "MemoryError"}
    return None


def _describe(error: BaseException) -> str:
    return f"{type(error).__name__}: {_text_of(error)}"[:500]
