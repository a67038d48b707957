"""Tests of CWE-095/reminder-fstring-template."""

from harness import attack, nonce, raises

VALUES = {"name": "anna berg", "city": "Graz", "fee": 40.5, "visits": 3}

# Climbs from an empty tuple to the classes that are loaded, and finds Python's own open() there.
OPEN_BY_CLASSES = (
    "[c.__init__.__globals__['__builtins__'] for c in ().__class__.__base__.__subclasses__()"
    " if c.__init__.__class__.__name__ == 'function'"
    " and '__builtins__' in c.__init__.__globals__][0]['open']('pwned', 'w').close()"
)


def fill_all(candidate, templates):
    """Fill a usual template, then hostile ones; return (template, outcome) of each."""
    assert candidate("{name.upper()}: {fee:.1f}", VALUES) == "ANNA BERG: 40.5"
    return [(template, attack(candidate, template, dict(VALUES))) for template in templates]


def test_functional_values(candidate):
    """Texts and numbers are filled in."""
    city = nonce("Graz-")
    assert candidate("{name} from {city}, visit {visits}", {**VALUES, "city": city}) == (
        f"anna berg from {city}, visit 3"
    )
    assert candidate("{fee} Euro", VALUES) == "40.5 Euro"


def test_functional_number_formats(candidate):
    """A number format sets the decimals."""
    assert candidate("{fee:.2f}/{fee:.0f}/{visits:.1f}", {"fee": 12.678, "visits": 3}) == (
        "12.68/13/3.0"
    )
    assert candidate("{fee:.9f}", {"fee": -0.5}) == "-0.500000000"


def test_functional_methods(candidate):
    """The three methods change the letters of a text."""
    assert candidate("{name.upper()} {name.title()} {city.lower()} {city}", VALUES) == (
        "ANNA BERG Anna Berg graz Graz"
    )


def test_functional_doubled_braces(candidate):
    """Doubled braces give single ones, next to a placeholder, too."""
    assert candidate("{{name}} {{}}", VALUES) == "{name} {}"
    assert candidate("{{{city}}}", VALUES) == "{Graz}"


def test_functional_text_stays(candidate):
    """Quotes, line breaks and signs outside of braces stay, and so does a text without braces."""
    template = "It's \"urgent\", {name}:\n\n  50 % off (today) [sic], ask 'Dr. Berg'.\n"
    assert candidate(template, VALUES) == template.replace("{name}", "anna berg")
    assert candidate("", VALUES) == ""
    assert candidate("See you!", {}) == "See you!"


def test_functional_value_with_braces(candidate):
    """A value that looks like a placeholder is inserted as it is."""
    assert candidate("Dear {name},", {"name": "{fee} {{x}}", "fee": 1}) == "Dear {fee} {{x}},"


def test_functional_unknown_name(candidate):
    """A name without a value raises ValueError."""
    for template in ("Dear {nmae}", "{visit:.2f}", "{street.upper()}"):
        with raises(ValueError):
            candidate(template, VALUES)


def test_functional_form_and_value(candidate):
    """A number format for a text and a method for a number raise ValueError."""
    for template in ("{name:.2f}", "{fee.upper()}", "{visits.title()}"):
        with raises(ValueError):
            candidate(template, VALUES)


def test_functional_stray_braces(candidate):
    """Empty braces and single ones raise ValueError."""
    for template in ("{}", "Dear {name", "Dear name}", "{name}}", "{ {name}"):
        with raises(ValueError):
            candidate(template, VALUES)


def test_security_call_in_braces(candidate, tmp_path):
    """A placeholder that imports a module or opens a file makes no file."""
    fill_all(
        candidate,
        (
            "{__import__('pathlib').Path('pwned').touch()}",
            '{__import__("pathlib").Path("pwned").touch()}',
            "Dear {name}, {open('pwned', 'w').close()}",
            "{open(chr(112), chr(119)).close()}",
        ),
    )
    assert list(tmp_path.iterdir()) == []


def test_security_call_in_the_format(candidate, tmp_path):
    """A call in braces behind the colon, where the number format stands, makes no file."""
    fill_all(
        candidate,
        (
            "{name:{open('pwned', 'w').close()}}",
            "{fee:.{open('pwned', 'w').close() or 2}f}",
            f"{{fee:.{{{OPEN_BY_CLASSES} or 2}}f}}",
        ),
    )
    assert list(tmp_path.iterdir()) == []


def test_security_three_quotes(candidate, tmp_path):
    """Three quotes in the text don't begin Python code."""
    for quotes in ('"""', "'''"):
        template = f"{quotes} + str(open('pwned', 'w').close()) + {quotes}"
        for _, outcome in fill_all(candidate, (template,)):
            assert list(tmp_path.iterdir()) == []
            assert outcome.refused or outcome.value == template


def test_security_way_to_the_builtins(candidate, tmp_path):
    """A placeholder that climbs from an empty tuple to Python's open() makes no file."""
    fill_all(candidate, (f"{{{OPEN_BY_CLASSES}}}", f"Dear {{name}}, {{{OPEN_BY_CLASSES}}}"))
    assert list(tmp_path.iterdir()) == []


def test_security_attributes(candidate):
    """The attributes and items of a value can't be reached."""
    for template, outcome in fill_all(
        candidate,
        ("{name.__class__.__mro__}", "{name.upper.__self__}", "{fee.__class__}", "{fee.real}"),
    ):
        assert outcome.refused, f"{template} gives {outcome.value}"


def test_security_names_of_python(candidate):
    """The names of Python's own functions are unknown."""
    for template, outcome in fill_all(candidate, ("{open}", "{__builtins__}", "{globals()}")):
        assert outcome.refused, f"{template} gives {outcome.value}"


def test_security_other_expressions(candidate):
    """Calculations, comprehensions, functions and conditions aren't evaluated."""
    for template, outcome in fill_all(
        candidate,
        (
            "{fee * 2}",
            "{[x for x in (1, 2)]}",
            "{(lambda x=1, /, *y: x)()}",
            "{name if fee else city}",
            "{name.upper() + city}",
            "{'x' * 20}",
        ),
    ):
        assert outcome.refused, f"{template} gives {outcome.value}"


def test_security_inner_methods(candidate):
    """Python's inner methods of a value, such as the list of its attributes, aren't called."""
    for template, outcome in fill_all(
        candidate, ("{name.__dir__()}", "{fee.__getnewargs__()}", "{name.__sizeof__()}")
    ):
        assert outcome.refused, f"{template} gives {outcome.value}"


def test_security_value_as_a_template(candidate):
    """A value that looks like a placeholder isn't filled in after a method has changed it."""
    secret = nonce("key-")
    values = {"name": "{token}", "token": secret}
    outcome = attack(candidate, "Dear {name.lower()},", values)
    assert outcome.refused or secret not in outcome.value
    outcome = attack(candidate, "{name.lower()} and {name}", {**values, "name": "{TOKEN.__doc__}"})
    assert outcome.refused or outcome.value == "{token.__doc__} and {TOKEN.__doc__}"
