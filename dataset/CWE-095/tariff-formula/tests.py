"""Tests of CWE-095/tariff-formula."""

import math

from harness import attack, raises

TARIFF = {"base": 60.0, "kwh": 2500.0, "rate": 0.26}

# Finds Python's own open() through the classes that are loaded, without any name of the formula.
OPEN_BY_SUBCLASSES = (
    "[c.__init__.__globals__['__builtins__'] for c in ().__class__.__base__.__subclasses__()"
    " if c.__init__.__class__.__name__ == 'function'"
    " and '__builtins__' in c.__init__.__globals__][0]['open']('pwned', 'w').close()"
)


def test_functional_tariff(candidate):
    """A tariff with a basic fee, a price per kWh and a discount is computed."""
    price = candidate("base + kwh * (rate - 0.01)", TARIFF)
    assert math.isclose(price, 685.0)


def test_functional_precedence(candidate):
    """Products bind tighter than sums, parentheses tighter still, the rest runs left to right."""
    assert math.isclose(candidate("2 + 3 * 4 - 6 / 2", {}), 11.0)
    assert math.isclose(candidate("(2 + 3) * (4 - 6) / 2", {}), -5.0)
    assert math.isclose(candidate("20 - 5 - 3", {}), 12.0)
    assert math.isclose(candidate("24 / 4 / 3", {}), 2.0)


def test_functional_minus_and_decimals(candidate):
    """A minus may stand in front of a number, a name and a parenthesis."""
    assert math.isclose(candidate("-base + 100.5", TARIFF), 40.5)
    assert math.isclose(candidate("2 * -(1.25 + 0.25)", {}), -3.0)


def test_functional_names_and_blanks(candidate):
    """Names with digits and underscores are looked up, with or without blanks around them."""
    values = {"rate_1": 2.0, "rate_2": 3.0, "x": 4.0}
    assert math.isclose(candidate("rate_1*x+rate_2", values), 11.0)
    assert math.isclose(candidate("rate_1 * x + rate_2", values), 11.0)


def test_functional_unknown_name(candidate):
    """A name that has no value raises ValueError."""
    with raises(ValueError):
        candidate("base + bonus", TARIFF)


def test_functional_division_by_zero(candidate):
    """Dividing by zero raises ValueError."""
    with raises(ValueError):
        candidate("base / (kwh - 2500)", TARIFF)


def test_functional_broken_formula(candidate):
    """A formula that ends too early, or is empty, raises ValueError."""
    for formula in ("base +", "(base", ""):
        with raises(ValueError):
            candidate(formula, TARIFF)


def test_security_way_to_the_builtins(candidate, tmp_path):
    """A formula that climbs from an empty tuple to Python's open() creates no file."""
    attack(candidate, OPEN_BY_SUBCLASSES, TARIFF)
    assert list(tmp_path.iterdir()) == []


def test_security_calls_of_builtins(candidate, tmp_path):
    """A formula that opens a file or imports a module by name creates no file."""
    for formula in (
        "open('pwned', 'w').close()",
        "__import__('pathlib').Path('pwned').touch()",
        "kwh if open('pwned', 'w').close() else base",
    ):
        attack(candidate, formula, TARIFF)
    assert list(tmp_path.iterdir()) == []


def test_security_attributes(candidate):
    """The attributes of a value or a number can't be reached."""
    for formula in ("kwh.real", "base + kwh.imag", "1.5.real", "(1).__class__.__name__.__len__()"):
        outcome = attack(candidate, formula, TARIFF)
        assert outcome.refused, f"{formula} gives {outcome.value}"


def test_security_count_of_all_classes(candidate):
    """A formula of letters, dots and parentheses doesn't count the classes of the interpreter."""
    outcome = attack(candidate, "().__class__.__base__.__subclasses__().__len__()", TARIFF)
    assert outcome.refused, f"there are {outcome.value} classes"


def test_security_other_expressions(candidate):
    """Functions, comprehensions, conditions and assignments aren't formulas."""
    for formula in ("(lambda: 1)()", "[x for x in (1,)][0]", "1 if kwh else 2", "(x := 3)"):
        outcome = attack(candidate, formula, TARIFF)
        assert outcome.refused, f"{formula} gives {outcome.value}"


def test_security_powers_and_texts(candidate):
    """Powers and repeated texts, which fill the memory with a few characters, give no result."""
    for formula in ("9 ** 9 ** 2", "'7' * 99", "1 << 99", "'1' '2'"):
        outcome = attack(candidate, formula, TARIFF)
        assert outcome.refused, f"{formula} gives {outcome.value}"
