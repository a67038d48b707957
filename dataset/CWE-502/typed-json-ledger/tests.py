"""Tests of CWE-502/typed-json-ledger."""

import json
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from harness import attack, nonce, raises

MARKER = "pwned"


def _typed(name: object, *arguments: object) -> dict:
    return {"$type": name, "args": list(arguments)}


def _ledger(name: object, *arguments: object) -> str:
    """A ledger with one value, among others."""
    return json.dumps({"firm": "Ann & Co", "entries": [{"nr": 1, "sum": _typed(name, *arguments)}]})


def test_functional_plain_json(candidate):
    """JSON without typed values comes back as it is."""
    for data in (
        {"firm": "Zoë & Co", "entries": [{"nr": 1, "paid": True, "note": None}, {}], "rate": 0.19},
        [1, [2.5, []], "x"],
        "text",
        None,
        {"args": ["12.50"], "type": "decimal.Decimal"},
    ):
        assert candidate(json.dumps(data)) == data


def test_functional_numbers_and_dates(candidate):
    """Decimal numbers, dates, times and durations are made of their arguments."""
    data = {
        "sum": _typed("decimal.Decimal", "12.50"),
        "entries": [
            {"day": _typed("datetime.date", 2025, 2, 28)},
            [_typed("datetime.timedelta", 14), _typed("datetime.timedelta", -1, 30, 500)],
            _typed("datetime.datetime", 2025, 2, 28),
            _typed("datetime.datetime", 2025, 12, 31, 23, 59, 58, 999999),
            _typed("decimal.Decimal", "-1E+3"),
        ],
    }
    ledger = candidate(json.dumps(data))
    assert ledger == {
        "sum": Decimal("12.50"),
        "entries": [
            {"day": date(2025, 2, 28)},
            [timedelta(14), timedelta(-1, 30, 500)],
            datetime(2025, 2, 28),
            datetime(2025, 12, 31, 23, 59, 58, 999999),
            Decimal("-1E+3"),
        ],
    }
    assert str(ledger["sum"]) == "12.50"
    assert type(ledger["entries"][0]["day"]) is date


def test_functional_uuid_and_fraction(candidate):
    """UUIDs and fractions are made of their arguments, also as the whole ledger."""
    number = "0f8fad5b-d9cb-469f-a165-70867728950e"
    ledger = candidate(json.dumps([_typed("uuid.UUID", number), {"share": 1}]))
    assert (str(ledger[0]), ledger[0].version) == (number, 4)
    share = candidate(json.dumps(_typed("fractions.Fraction", 6, -8)))
    assert (share.numerator, share.denominator) == (-3, 4)


def test_functional_other_types(candidate):
    """Types that aren't in the table raise ValueError."""
    for name in ("money.Euro", "Decimal", "decimal.decimal", "decimal.", ".Decimal", "", "date"):
        with raises(ValueError):
            candidate(_ledger(name, "12.50"))


def test_functional_wrong_arguments(candidate):
    """Arguments from which the type can't make a value raise ValueError."""
    for name, *arguments in [
        ("datetime.date", 2025, 13, 1),
        ("datetime.date", 2025, 2),
        ("datetime.date", "2025", "2", "28"),
        ("datetime.datetime", 2025, 2, 28, 24),
        ("datetime.timedelta", "x"),
        ("decimal.Decimal", "12,50"),
        ("decimal.Decimal", "1", "2", "3"),
        ("uuid.UUID", "0f8fad5b"),
        ("fractions.Fraction", 1, 0),
        ("fractions.Fraction", "x", "y"),
    ]:
        with raises(ValueError):
            candidate(_ledger(name, *arguments))


def test_functional_malformed_values(candidate):
    """Typed values of another form raise ValueError."""
    for value in [
        {"$type": "decimal.Decimal"},
        {"$type": "decimal.Decimal", "args": "1"},
        {"$type": "decimal.Decimal", "args": {"0": "1"}},
        {"$type": "decimal.Decimal", "args": ["1"], "unit": "EUR"},
        {"$type": 5, "args": ["1"]},
        {"$type": ["decimal", "Decimal"], "args": ["1"]},
        {"$type": None, "args": []},
    ]:
        with raises(ValueError):
            candidate(json.dumps([value]))


def test_functional_no_json(candidate):
    """Text that isn't JSON raises ValueError."""
    for text in ("", "firm = Ann", "[1, 2", "{'sum': 1}", '{"sum": decimal.Decimal}'):
        with raises(ValueError):
            candidate(text)


def test_security_starts_a_program(candidate, shell):
    """The type is a function or a class that runs a command."""
    command = f"touch {nonce('pwned-')}"
    for name in ("os.system", "posix.system", "os.popen", "subprocess.Popen", "subprocess.run"):
        attack(candidate, _ledger(name, command))
        attack(candidate, _ledger(name, command.split()))
    assert shell.invocations == []


def test_security_makes_a_file(candidate, tmp_path):
    """The type is a function or a class that makes a file or a folder."""
    for name, *arguments in [
        ("builtins.open", MARKER, "w"),
        ("io.open", MARKER, "w"),
        ("_io.FileIO", MARKER, "w"),
        ("io.FileIO", MARKER, "w"),
        ("logging.FileHandler", MARKER),
        ("os.mkdir", MARKER),
        ("posix.mkdir", MARKER),
        ("os.makedirs", MARKER),
        ("builtins.exec", f"open('{MARKER}', 'w')"),
        ("builtins.eval", f"open('{MARKER}', 'w')"),
    ]:
        attack(candidate, _ledger(name, *arguments))
        assert not (tmp_path / MARKER).exists(), name


def test_security_through_a_permitted_module(candidate, tmp_path, shell):
    """The name begins with a permitted module, which has imported os for its own use."""
    command = f"touch {nonce('pwned-')}"
    for way in ("uuid.os", "uuid.os.path.os", "uuid.UUID.os"):
        attack(candidate, _ledger(f"{way}.system", command))
        attack(candidate, _ledger(f"{way}.mkdir", MARKER))
    assert shell.invocations == []
    assert not (tmp_path / MARKER).exists()


def test_security_other_function_of_a_permitted_module(candidate, recipes):
    """The type is a function of the module decimal that makes all later sums inexact."""
    recipes.call("decimal:setcontext", recipes.call("decimal:Context", 28))
    attack(candidate, _ledger("decimal.setcontext", _typed("decimal.Context", 2)))
    attack(candidate, json.dumps([_typed("decimal.setcontext", _typed("decimal.Context", 2))]))
    assert recipes.call("decimal:getcontext").prec == 28


def test_security_imports_a_module(candidate, tmp_path, recipes):
    """The type belongs to a module that lies beside the ledgers: its code must not run."""
    name = nonce("ledger_")
    code = f"from pathlib import Path\nPath({str(tmp_path / MARKER)!r}).touch()\n"
    Path(f"{name}.py").write_text(code, encoding="utf-8")
    recipes.call("sys:path.insert", 0, str(tmp_path))
    attack(candidate, _ledger(f"{name}.Euro", "12.50"))
    attack(candidate, _ledger(f"{name}.decimal.Decimal", "12.50"))
    assert not (tmp_path / MARKER).exists()


def test_security_through_a_permitted_type(candidate, recipes):
    """The name leads through a method of a permitted type to the variables of its module."""
    name = nonce("pwned_")
    for way in ("uuid.UUID.__init__", "fractions.Fraction.limit_denominator"):
        attack(candidate, _ledger(f"{way}.__globals__.__setitem__", name, 1))
        variables = f"{way.replace('.', ':', 1)}.__globals__"
        assert recipes.call(f"{variables}.get", name) is None
