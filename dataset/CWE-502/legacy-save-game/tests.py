"""Tests of CWE-502/legacy-save-game."""

import pickle
from collections import Counter, OrderedDict
from datetime import date, datetime
from fractions import Fraction

from harness import attack, nonce, plain, raises

DATED = {
    "founded": date(1204, 2, 29),
    "saved": datetime(2019, 11, 3, 22, 15, 7, 250),
    "events": [(date(1204, 3, 1), "flood"), (date(1209, 12, 31), "fair")],
}
MARKER = "pwned.txt"


# Pickles by hand, opcode by opcode, because pickle.dumps would not write most of these.


def _text(text: str) -> bytes:
    """SHORT_BINUNICODE."""
    data = text.encode()
    return b"\x8c" + bytes([len(data)]) + data


def _name(module: str, name: str) -> bytes:
    """STACK_GLOBAL: an object of a module."""
    return _text(module) + _text(name) + b"\x93"


def _call(function: bytes, *arguments: bytes) -> bytes:
    """REDUCE: the result of a call."""
    return function + b"(" + b"".join(arguments) + b"tR"


def _save(value: bytes) -> bytes:
    """A saved game, {"ruler": value}."""
    return b"\x80\x04}" + _text("ruler") + value + b"s."


def _old_names(module: str, name: str) -> list[bytes]:
    """Calls of a function with MARKER by the opcodes GLOBAL, INST and OBJ of older protocols."""
    line, argument = f"{module}\n{name}\n".encode(), _text(MARKER)
    by_inst, by_obj = b"(" + argument + b"i" + line, b"(c" + line + argument + b"o"
    return [_call(b"c" + line, argument), by_inst, by_obj]


def test_functional_plain_values(candidate):
    """Strings, numbers, lists, tuples, sets, bytes and dicts come back equal."""
    save = {
        "ruler": "Zoë 🏰",
        "turn": 12,
        "treasure": 10**30,
        "mood": [-0.5, 1e300, float("inf")],
        "flags": (True, False, None, ()),
        "seen": {(1, 2), (3, -4)},
        "map": b"\x00\xff" * 400,
        7: {"nested": [{"deep": [[]]}, set(), {}]},
    }
    for protocol in (4, 5):
        assert candidate(pickle.dumps(save, protocol)) == save
        assert candidate(pickle.dumps({}, protocol)) == {}


def test_functional_dates(candidate):
    """Dates and times come back equal."""
    for protocol in (4, 5):
        assert candidate(pickle.dumps(DATED, protocol)) == DATED


def test_functional_ordered_dict_and_counter(candidate):
    """An OrderedDict and a Counter keep their contents, order and abilities."""
    queue = OrderedDict([("wall", 3), ("mill", date(1204, 5, 1)), ("inn", [1])])
    save = {"queue": queue, "bag": Counter(ore=3, wood=1), "more": [Counter(), OrderedDict()]}
    for protocol in (4, 5):
        loaded = candidate(pickle.dumps(save, protocol))
        assert list(loaded["queue"].items()) == list(queue.items())
        assert plain(loaded["bag"]) == {"ore": 3, "wood": 1}
        assert plain(loaded["more"]) == [{}, {}]
        loaded["queue"].move_to_end("wall")
        assert list(loaded["queue"]) == ["mill", "inn", "wall"]
        assert loaded["bag"].most_common(1) == [("ore", 3)]


def test_functional_pickle_by_hand(candidate):
    """A saved game that these tests put together opcode by opcode is read as well."""
    assert candidate(_save(_text("Ada"))) == {"ruler": "Ada"}


def test_functional_other_pickles(candidate):
    """Pickles of other things than a dict, and of dicts with other objects, raise ValueError."""
    nested = {"lands": [{"shares": {Fraction(2, 3)}}]}
    for value in ([1, 2], "turn", None, {"share": Fraction(1, 3)}, nested):
        for protocol in (4, 5):
            with raises(ValueError):
                candidate(pickle.dumps(value, protocol))


def test_functional_damaged_data(candidate):
    """Truncated data, and data that are no pickle at all, raise ValueError."""
    data = pickle.dumps(DATED, 4)
    for damaged in (b"", data[:-1], data[: len(data) // 2], data[:20], b"PK\x03\x04 zip", b"."):
        with raises(ValueError):
            candidate(damaged)


def test_security_starts_a_program(candidate, shell):
    """A saved game calls os.system or the subprocess module to run a command."""
    command = _text(f"touch {nonce('pwned-')}")
    calls = [(module, "system") for module in ("os", "posix")] + [("os", "popen")]
    calls += [("subprocess", name) for name in ("run", "getoutput")]
    for module, name in calls:
        attack(candidate, _save(_call(_name(module, name), command)))
    assert shell.invocations == []


def test_security_evaluates_code(candidate, tmp_path):
    """A saved game calls eval or exec with code that makes a file."""
    for name in ("eval", "exec"):
        code = _text(f"open({MARKER!r}, 'w').close()")
        attack(candidate, _save(_call(_name("builtins", name), code)))
        attack(candidate, _save(_call(_name("builtins", "open"), _text(MARKER), _text("w"))))
        assert not (tmp_path / MARKER).exists()


def test_security_fetches_functions_step_by_step(candidate, shell):
    """A saved game imports a module and takes the function out of it by small helpers."""
    imports = [_call(_name("builtins", "__import__"), _text("os"))]
    imports += [_call(_name("importlib", "import_module"), _text("os"))]
    for module in imports:
        by_getattr = _call(_name("builtins", "getattr"), module, _text("system"))
        by_getter = _call(_call(_name("operator", "attrgetter"), _text("system")), module)
        for function in (by_getattr, by_getter):
            attack(candidate, _save(_call(function, _text(nonce("pwned-")))))
    assert shell.invocations == []


def test_security_uses_file_functions(candidate, tmp_path):
    """A saved game makes a file by pathlib, by a dotted name or with operator.methodcaller."""
    path = _call(_name("pathlib", "Path"), _text(MARKER))
    touch = _call(_name("operator", "methodcaller"), _text("touch"))
    for attempt in [
        _call(_name("pathlib", "Path.touch"), path),
        _call(touch, path),
        _call(_name("os", "mkdir"), _text(MARKER)),
        _call(_name("shutil", "copyfile"), _text("save.dat"), _text(MARKER)),
    ]:
        (tmp_path / "save.dat").write_bytes(b"")
        attack(candidate, _save(attempt))
        assert not (tmp_path / MARKER).exists()


def test_security_dotted_name_through_an_allowed_module(candidate, output):
    """The name '_sys.stdout.write' leads out of the allowed module collections."""
    canary = nonce("pwned-")
    write = _name("collections", "_sys.stdout.write")
    attack(candidate, _save(_call(write, _text(canary))))
    assert canary not in output.stdout


def test_security_older_opcodes(candidate, tmp_path):
    """The opcodes GLOBAL, INST and OBJ of older protocols name a function in another way."""
    for call in _old_names("os", "mkdir"):
        attack(candidate, _save(call))
        assert not (tmp_path / MARKER).exists()
