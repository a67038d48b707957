"""Tests of CWE-020/greenhouse-reading-range."""

import json
import math

from harness import attack, raises


def message(celsius):
    """Return the message of a sensor; `celsius` is put in as it is."""
    return f'{{"sensor": "g4", "celsius": {celsius}}}'


def check_not_recorded(candidate, celsius):
    """A message leaves the history as it was, and the next good reading has the right mean."""
    history = [20.0, 22.0]
    attack(candidate, message(celsius), history)
    assert history == [20.0, 22.0], f"the history is {history} after {celsius}"
    mean = candidate(message("24.0"), history)
    assert math.isclose(mean, 22.0), f"the mean is {mean} after {celsius}"


def test_functional_number(candidate):
    """A reading is appended, and the mean of all readings is returned."""
    history = [20.0]
    assert math.isclose(candidate(message("23.5"), history), 21.75)
    assert history == [20.0, 23.5]
    assert math.isclose(candidate(message("-3"), history), 13.5)
    assert history == [20.0, 23.5, -3.0]


def test_functional_number_in_a_string(candidate):
    """The number of an old sensor, which stands in a string, is recorded as a number."""
    history = [20.0]
    assert math.isclose(candidate(message('"21.5"'), history), 20.75)
    assert math.isclose(candidate(message('"-10"'), history), 10.5)
    assert history == [20.0, 21.5, -10.0]


def test_functional_first_reading(candidate):
    """The mean of the first reading is that reading."""
    history = []
    assert math.isclose(candidate('{"celsius": 18.25, "sensor": "g1"}', history), 18.25)
    assert history == [18.25]


def test_functional_limits(candidate):
    """-40 and 85 are still readings, as numbers and in strings."""
    for celsius in ("-40", "85", "-40.0", "85.0", '"-40"', '"85"'):
        history = []
        candidate(message(celsius), history)
        assert history == [float(json.loads(celsius))]


def test_functional_out_of_range(candidate):
    """A reading beyond the limits raises ValueError and isn't recorded."""
    numbers = ("85.1", "-40.01", "1000", "-300", "1e30", "1e999", "-Infinity")
    for celsius in (*numbers, '"86"', '"-41.5"', '"inf"'):
        history = [20.0]
        with raises(ValueError):
            candidate(message(celsius), history)
        assert history == [20.0]


def test_functional_malformed(candidate):
    """A broken message, or one without a number, raises ValueError and isn't recorded."""
    for raw in (
        "",
        "21.5",
        "[21.5]",
        '{"sensor": "g4", "celsius": 21.5',
        '{"sensor": "g4"}',
        message("null"),
        message("[21.5]"),
        message('"warm"'),
        message('""'),
    ):
        history = [20.0]
        with raises(ValueError):
            candidate(raw, history)
        assert history == [20.0]


def test_security_nan_token(candidate):
    """The token NaN, which Python's JSON decoder takes for a number, isn't recorded."""
    check_not_recorded(candidate, "NaN")


def test_security_nan_in_a_string(candidate):
    """A string that says nan, in whatever case, isn't recorded."""
    for celsius in ('"nan"', '"NaN"', '"NAN"'):
        check_not_recorded(candidate, celsius)


def test_security_nan_with_sign_or_blanks(candidate):
    """A nan with a sign or with white space around it isn't recorded either."""
    for celsius in ('"-nan"', '"+nan"', '" nan "', '"\\tNaN\\n"', '"\\u2003nan"'):
        check_not_recorded(candidate, celsius)


def test_security_nan_in_json_escapes(candidate):
    """A nan that the message spells with the escapes of JSON isn't recorded."""
    for celsius in ('"\\u006ean"', '"n\\u0061n"', '"-\\u004e\\u0041\\u004e"'):
        check_not_recorded(candidate, celsius)


def test_security_nan_as_the_second_value(candidate):
    """A nan behind a good value of the same name isn't recorded; the good one may be."""
    for second in ("NaN", '"nan"', '"\\u006ean"'):
        history = [20.0]
        attack(candidate, f'{{"celsius": 20.0, "celsius": {second}}}', history)
        assert all(math.isfinite(value) for value in history), f"the history is {history}"
