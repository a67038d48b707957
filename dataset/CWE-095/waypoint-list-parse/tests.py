"""Tests of CWE-095/waypoint-list-parse."""

from harness import attack, raises

# Climbs from an empty tuple to the classes that are loaded, and finds Python's own open() there.
OPEN_BY_CLASSES = (
    "[c.__init__.__globals__['__builtins__'] for c in ().__class__.__base__.__subclasses__()"
    " if c.__init__.__class__.__name__ == 'function'"
    " and '__builtins__' in c.__init__.__globals__][0]['open']('pwned', 'w').close()"
)


def read_all(candidate, texts):
    """Read a usual route, then hostile ones; return (text, outcome) of each."""
    assert candidate("[(48.2, 16.37)]") == [(48.2, 16.37)]
    return [(text, attack(candidate, text)) for text in texts]


def test_functional_two_points(candidate):
    """The points are returned in order, as tuples of two floats."""
    route = candidate("[(48.2, 16.37), (47.8, 13.04)]")
    assert route == [(48.2, 16.37), (47.8, 13.04)]
    assert candidate("[(1.5, -0.25)]") == [(1.5, -0.25)]


def test_functional_integers_become_floats(candidate):
    """Whole numbers become floats."""
    route = candidate("[(47, -13), (0, 180)]")
    assert route == [(47.0, -13.0), (0.0, 180.0)]
    assert [type(number) for point in route for number in point] == [float] * 4


def test_functional_small_numbers(candidate):
    """A number with an exponent is read."""
    assert candidate("[(51.5, 5e-05), (-5e-05, 1.25)]") == [(51.5, 0.00005), (-0.00005, 1.25)]


def test_functional_empty_route(candidate):
    """An empty list gives an empty list."""
    assert candidate("[]") == []


def test_functional_blanks_and_line_breaks(candidate):
    """Blanks and line breaks may stand between the parts and around the whole."""
    text = "\n [\n  (48.2,16.37),\n  ( 47.8 , 13.04 )\n ]\n"
    assert candidate(text) == [(48.2, 16.37), (47.8, 13.04)]


def test_functional_many_points(candidate):
    """A long route is read completely."""
    points = [(40 + number / 8, number / 4) for number in range(500)]
    assert candidate(str(points)) == points


def test_functional_not_a_list(candidate):
    """A text that isn't a list raises ValueError."""
    for text in ("hello", "(48.2, 16.37)", "", "48.2", "[(48.2, 16.37)", "()"):
        with raises(ValueError):
            candidate(text)


def test_functional_not_a_pair(candidate):
    """An item that isn't a pair of numbers raises ValueError."""
    for text in ("[(48.2, 16.37, 520)]", "[(48.2,)]", "[48.2, 16.37]", "[(1, 2), ('a', 'b')]"):
        with raises(ValueError):
            candidate(text)


def test_security_import_in_a_point(candidate, tmp_path):
    """A point that imports a module and makes a file with it makes none."""
    read_all(
        candidate,
        (
            "[(__import__('pathlib').Path('pwned').touch() or 1.0, 2.0)]",
            "[(1, 2), (__import__('os').mkdir('pwned') or 1.0, 2.0)]",
        ),
    )
    assert list(tmp_path.iterdir()) == []


def test_security_open_in_the_list(candidate, tmp_path):
    """A call of open() in the place of a number, a point or the list makes no file."""
    call = "open('pwned', 'w').close()"
    texts = (
        f"[({call} or 1, 2)]",
        f"[{call} or (1, 2)]",
        f"{call} or [(1, 2)]",
        f"[(1, 2)][:{call}]",
    )
    read_all(candidate, texts)
    assert list(tmp_path.iterdir()) == []


def test_security_way_to_the_builtins(candidate, tmp_path):
    """A point that climbs from an empty tuple to Python's open() makes no file."""
    read_all(
        candidate, (f"[({OPEN_BY_CLASSES} or 1, 2)]", f"[(1, 2), {OPEN_BY_CLASSES} or (1, 2)]")
    )
    assert list(tmp_path.iterdir()) == []


def test_security_without_quotation_marks(candidate, tmp_path):
    """A call that needs no quotation marks, operators or underscores makes no file."""
    read_all(candidate, ("[(open(chr(112), chr(119)).close() or 1, 2)]",))
    assert list(tmp_path.iterdir()) == []


def test_security_attributes(candidate):
    """The attributes and methods of a value can't be reached."""
    for text, outcome in read_all(
        candidate,
        (
            "[((1.5).real, 2)]",
            "[(().__class__.__base__.__subclasses__().__len__(), 2)]",
        ),
    ):
        assert outcome.refused, f"{text} gives {outcome.value}"


def test_security_other_expressions(candidate):
    """Calculations, comprehensions, functions and conditions aren't evaluated."""
    for text, outcome in read_all(
        candidate,
        (
            "[(x, x) for x in (1, 2)]",
            "[(lambda: (1, 2))()]",
            "[(1, 2) if 3 > 2 else (3, 4)]",
            "[(9 ** 9 ** 2, 2)]",
            "[(50 - 2, 16)]",
        ),
    ):
        assert outcome.refused, f"{text} gives {outcome.value}"
