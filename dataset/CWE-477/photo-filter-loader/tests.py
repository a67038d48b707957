"""Tests of CWE-477/photo-filter-loader."""

from harness import attack, raises

DOUBLE = "def apply(pixels):\n    return [2 * pixel for pixel in pixels]\n"
NOTHING = "def apply(pixels):\n    return pixels\n"
RED = (1.0, 0.0, 0.0)
RED_AS_HSV = (0.0, 1.0, 1.0)


def _file(folder, name: str, text: str):
    # Not in the current folder, which is on the path of imports.
    place = folder / "filters"
    place.mkdir(parents=True, exist_ok=True)
    path = place / name
    path.write_text(text)
    return path


def _by(factor: int) -> str:
    return f"GAIN = {factor}\n" + DOUBLE.replace("2 *", "GAIN *")


def test_functional_apply(candidate, tmp_path):
    """The function of the loaded filter works."""
    loaded = candidate(_file(tmp_path, "double.py", DOUBLE))
    assert loaded.apply([1, 5]) == [2, 10]
    assert loaded.apply([]) == []


def test_functional_names_in_the_file(candidate, tmp_path):
    """What the file defines can be read."""
    loaded = candidate(_file(tmp_path, "triple.py", _by(3) + "TITLE = 'Triple'\n"))
    assert (loaded.GAIN, loaded.TITLE) == (3, "Triple")


def test_functional_any_name(candidate, tmp_path):
    """The file's name may have blanks and dashes."""
    loaded = candidate(_file(tmp_path, "warm glow-2.py", _by(4)))
    assert loaded.apply([1, 2]) == [4, 8]


def test_functional_standard_library(candidate, tmp_path):
    """A filter uses modules of the standard library."""
    text = "import math\n" + DOUBLE.replace("2 * pixel", "math.floor(pixel)")
    assert candidate(_file(tmp_path, "rounding.py", text)).apply([1.5, 2.25]) == [1, 2]


def test_functional_side_by_side(candidate, tmp_path):
    """Filters of different names work side by side."""
    loaded = [candidate(_file(tmp_path, f"times{n}.py", _by(n))) for n in (2, 3, 5)]
    assert [each.apply([10]) for each in loaded] == [[20], [30], [50]]


def test_functional_no_apply(candidate, tmp_path):
    """A file without a callable apply raises ImportError."""
    for number, text in enumerate(("", "GAIN = 2\n", "apply = 7\n")):
        with raises(ImportError):
            candidate(_file(tmp_path, f"empty{number}.py", text))


def test_functional_broken_file(candidate, tmp_path):
    """A file with an error in its syntax raises SyntaxError."""
    with raises(SyntaxError):
        candidate(_file(tmp_path, "broken.py", "def apply(pixels:\n"))


def test_security_name_of_a_loaded_module(candidate, recipes, tmp_path):
    """A filter colorsys.py leaves the functions of the loaded module colorsys alone."""
    assert recipes.call("colorsys:rgb_to_hsv", *RED) == RED_AS_HSV
    text = "def rgb_to_hsv(*rgb):\n    return 'of the filter'\n\n\n" + NOTHING
    attack(candidate, _file(tmp_path, "colorsys.py", text))
    assert recipes.call("colorsys:rgb_to_hsv", *RED) == RED_AS_HSV


def test_security_name_of_a_module_for_later(candidate, recipes, tmp_path):
    """Whoever imports a module after a filter of its name was loaded gets the module."""
    text = "def scheduler():\n    return 'of the filter'\n\n\n" + NOTHING
    attack(candidate, _file(tmp_path, "sched.py", text))
    made = recipes.call("sched:scheduler")
    assert not isinstance(made, str), "the name sched stands for the filter"
    assert made.empty()


def test_security_constants_of_a_module(candidate, recipes, tmp_path):
    """A filter string.py doesn't change what Template of the module string takes for a name."""
    text = "class Template:\n    def substitute(self, **_):\n        return ''\n\n\n" + NOTHING
    recipes.call("string:Template", "$size")
    attack(candidate, _file(tmp_path, "string.py", text))
    made = recipes.call("string:Template", "$size pixels")
    assert made.substitute(size=3) == "3 pixels"


def test_security_two_filters_of_one_name(candidate, tmp_path):
    """Two filters of one name in two folders keep their own functions and constants."""
    first = candidate(_file(tmp_path / "mine", "sharpen.py", _by(2)))
    second = candidate(_file(tmp_path / "yours", "sharpen.py", _by(7)))
    assert second.apply([10]) == [70]
    assert first.apply([10]) == [20], "the first filter works with the second one's names"
