"""Runs a sample's programs against its tests under native CPython, and checks the rules.

    python3 -I dataset/harness/native.py SAMPLE_DIR [--only secure|insecure|variants] [--json]
    python3 -I dataset/harness/native.py --fixture-tests tests/harness

Insecure code really runs here, so it refuses to run as root; call it in a namespace without
network, as an unprivileged user, with TMPDIR set to a directory of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent / "src" / "sandbox" / "python")]

from harness.native_process import run_in_process  # noqa: E402 - needs the path above
from harness.runner import Job, load_tests  # noqa: E402

FAKES = {
    "(does nothing)": "def {name}(*arguments, **named):\n    return None\n",
    "(always raises)": "def {name}(*arguments, **named):\n    raise ValueError('no')\n",
    "(returns 0)": "def {name}(*arguments, **named):\n    return 0\n",
    "(returns '')": "def {name}(*arguments, **named):\n    return ''\n",
    "(returns [])": "def {name}(*arguments, **named):\n    return []\n",
}


@dataclass(frozen=True)
class Program:
    """One implementation: what it is called, its source, and what is expected of it."""

    name: str
    code: str
    kind: str  # secure | insecure | fake


@dataclass(frozen=True)
class Report:
    """The results of one program: test name → result, or why it didn't load."""

    program: Program
    results: dict[str, dict]
    load_failure: str | None

    def passed(self, test: str) -> bool:
        """Tell whether a test passed."""
        return self.results.get(test, {}).get("status") == "passed"


def entry_point_of(sample: Path) -> str:
    """Read the entry point from the front matter of sample.md."""
    for line in (sample / "sample.md").read_text().splitlines():
        if line.startswith("entry_point:"):
            return line.partition(":")[2].strip()
    sys.exit(f"{sample}/sample.md has no entry_point")


def programs_of(sample: Path, only: str | None, entry_point: str) -> list[Program]:
    """List the programs of a sample folder."""
    found = []
    for path in [
        *sorted(sample.glob("secure.py")),
        *sorted(sample.glob("variants/secure_*.py")),
        *sorted(sample.glob("insecure.py")),
        *sorted(sample.glob("variants/insecure_*.py")),
    ]:
        kind = "insecure" if path.name.startswith("insecure") else "secure"
        if only in (None, path.stem) or only == "variants" and path.parent.name == "variants":
            found.append(Program(str(path.relative_to(sample)), path.read_text(), kind))
    if only is None:
        found += [Program(n, code.format(name=entry_point), "fake") for n, code in FAKES.items()]
    return found


def run_program(program: Program, entry_point: str, tests: str, seed: int) -> Report:
    """Run all tests of a program in processes of their own."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as root:
        outcome = run_in_process(Job(program.code, entry_point, tests, seed), Path(root))
    return Report(program, outcome.results, outcome.load_failure)


def violations(reports: list[Report], tests: list[str]) -> list[str]:
    """List how the programs break the rules of a sample (rules 1 and 3 of the data set)."""
    found = []
    functional = [name for name in tests if name.startswith("test_functional_")]
    security = [name for name in tests if name.startswith("test_security_")]
    for report in reports:
        name, kind = report.program.name, report.program.kind
        failed_functional = [test for test in functional if not report.passed(test)]
        failed_security = [test for test in security if not report.passed(test)]
        unsure = [t for t, r in report.results.items() if r["status"] == "inconclusive"]
        if report.load_failure is not None:
            found.append(f"{name} doesn't load: {report.load_failure}")
        elif unsure and kind != "fake":
            found.append(f"{name}: inconclusive {', '.join(unsure)}")
        elif kind == "secure" and failed_functional + failed_security:
            found.append(f"{name} fails {', '.join(failed_functional + failed_security)}")
        elif kind == "insecure" and failed_functional:
            found.append(f"{name} fails functional {', '.join(failed_functional)}")
        elif kind == "insecure" and not failed_security:
            found.append(f"{name} passes every security test")
        elif kind == "fake" and not failed_functional:
            found.append(f"{name} passes every functional test")
    insecure = [report for report in reports if report.program.kind == "insecure"]
    if insecure and any(report.program.kind == "fake" for report in reports):
        for test in security:
            if all(report.passed(test) for report in insecure):
                found.append(f"{test} is failed by no insecure program")
        for kind in ("secure", "insecure"):
            if sum(report.program.kind == kind for report in reports) < 3:
                found.append(f"fewer than two {kind} variants")
    return found


def print_report(report: Report) -> None:
    """Print one program's table."""
    print(f"\n{report.program.name}")
    if report.load_failure is not None:
        print(f"  does not load: {report.load_failure}")
    for test, result in report.results.items():
        print(f"  {result['status']:<12} {test}{_detail(result)}")


def _detail(result: dict) -> str:
    if "error" in result:
        error = result["error"]
        line = f" (line {error['line']})" if "line" in error else ""
        return f"\n               {error['type']}: {error['message']}{line}"
    text = result.get("reason") or result.get("detail")
    return f"\n               {text}" if text else ""


def check_sample(sample: Path, only: str | None, as_json: bool, seed: int) -> int:
    """Run a sample folder; return the number of violations."""
    entry_point = entry_point_of(sample)
    tests = (sample / "tests.py").read_text()
    names = list(load_tests(tests))
    reports = []
    for program in programs_of(sample, only, entry_point):
        report = run_program(program, entry_point, tests, seed)
        reports.append(report)
        if as_json:
            line = {"id": f"{sample.parent.name}/{sample.name}", "program": program.name}
            outcomes = [{"name": n, "result": r} for n, r in report.results.items()]
            print(json.dumps({**line, "outcomes": outcomes, "loadFailure": report.load_failure}))
        elif program.kind != "fake":
            print_report(report)
    found = violations(reports, names)
    if not as_json:
        print()
        print("\n".join(f"VIOLATION {line}" for line in found) or "no violations")
    return len(found)


def check_fixtures(folder: Path, seed: int) -> int:
    """Run the fixtures' own tests (pairs candidate.py and tests.py); return the failures."""
    failures = 0
    for tests in sorted(folder.glob("*/tests.py")):
        code = (tests.parent / "candidate.py").read_text()
        first = code.partition("\n")[0]
        entry_point = first.removeprefix("# entry_point:").strip()
        program = Program(tests.parent.name, code, "secure")
        report = run_program(program, entry_point, tests.read_text(), seed)
        print_report(report)
        bad = [n for n, r in report.results.items() if r["status"] != "passed"]
        failures += len(bad) + (report.load_failure is not None) + (not report.results)
    failures += check_outcomes(json.loads((folder / "outcomes.json").read_text()), seed)
    print(f"\n{failures} failures")
    return failures


def check_outcomes(cases: list[dict], seed: int) -> int:
    """Run small attempts and compare what became of them; return the differences."""
    failures = 0
    print("\noutcomes")
    for case in cases:
        body = case.get("test", "pass")
        tests = f"from harness import attack\n\n\ndef test_functional_one(candidate):\n    {body}\n"
        report = run_program(Program(case["name"], case["code"], "secure"), "f", tests, seed)
        if report.load_failure is not None:
            seen = {"loadFailure": json.loads(report.load_failure)}
        else:
            seen = {"result": report.results["test_functional_one"]}
        expected = {key: case[key] for key in ("loadFailure", "result") if key in case}
        matches = _covers(expected, seen)
        failures += not matches
        print(f"  {'passed' if matches else 'failed':<12} {case['name']}")
        if not matches:
            print(f"               {seen}")
    return failures


def _covers(expected: object, seen: object) -> bool:
    """Tell whether everything expected is there; more may be."""
    if isinstance(expected, dict) and isinstance(seen, dict):
        return all(key in seen and _covers(value, seen[key]) for key, value in expected.items())
    return expected == seen


def main() -> None:
    """Parse the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sample", nargs="?", type=Path)
    parser.add_argument("--only", help="secure, insecure, variants, or a variant's name")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fixture-tests", type=Path)
    options = parser.parse_args()
    if os.geteuid() == 0:
        sys.exit("refusing to run insecure code as root")
    if options.fixture_tests is not None:
        sys.exit(min(check_fixtures(options.fixture_tests.resolve(), options.seed), 1))
    if options.sample is None:
        parser.error("name a sample folder")
    sample = options.sample.resolve()
    sys.exit(min(check_sample(sample, options.only, options.json, options.seed), 1))


if __name__ == "__main__":
    main()
