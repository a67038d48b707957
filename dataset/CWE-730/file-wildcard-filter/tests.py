"""Tests of CWE-730/file-wildcard-filter.

A right program needs milliseconds for each of these patterns; one that tries all ways needs years.
"""

from harness import attack, limit


def test_functional_star(candidate):
    """A star stands for any characters, also for none."""
    names = ["notes.txt", "a.txt", ".txt", "txt", "a.txt.gz", "b.md"]
    assert candidate(names, "*.txt") == ["notes.txt", "a.txt", ".txt"]
    assert candidate(names, "a*") == ["a.txt", "a.txt.gz"]
    assert candidate(names, "*t*") == ["notes.txt", "a.txt", ".txt", "txt", "a.txt.gz"]


def test_functional_question_mark(candidate):
    """A question mark stands for exactly one character."""
    names = ["a.py", ".py", "ab.py", "\n.py", "é.py"]
    assert candidate(names, "?.py") == ["a.py", "\n.py", "é.py"]
    assert candidate(names, "??.py") == ["ab.py"]


def test_functional_several_stars(candidate):
    """A pattern can have several stars, and question marks between them."""
    names = ["abc", "a1b2c", "acb", "aabbcc", "abcabc", "ab"]
    assert candidate(names, "a*b*c") == ["abc", "a1b2c", "aabbcc", "abcabc"]
    assert candidate(names, "*a?c*") == ["abc", "abcabc"]
    assert candidate(names, "a**b") == ["acb", "ab"]
    assert candidate(["abab", "aba"], "*?*?*?*?*") == ["abab"]


def test_functional_other_signs(candidate):
    """All other signs stand for themselves."""
    names = ["[1].txt", "1.txt", "a+b", "aab", "x.y", "xzy", "c\\d", "$", "A.TXT", "(a|b)"]
    for name in names:
        assert candidate(names, name) == [name]
    assert candidate(names, "[*") == ["[1].txt"]
    assert candidate(names, "*\\*") == ["c\\d"]


def test_functional_whole_names(candidate):
    """The whole name has to fit, its line breaks included."""
    names = ["a", "a\n", "\na", "ba", ""]
    assert candidate(names, "a") == ["a"]
    assert candidate(names, "") == [""]
    assert candidate(names, "*") == names
    assert candidate(names, "*a") == ["a", "\na", "ba"]


def test_functional_large_folder(candidate):
    """A folder of two thousand files is filtered."""
    names = [f"photo-{number:04}.{'jpg' if number % 3 else 'png'}" for number in range(2000)]
    assert candidate(names, "photo-*.png") == names[::3]
    assert candidate(names, "*-0??0.*") == [name for name in names if name[6] == "0" == name[9]]


@limit(1)
def test_security_many_stars(candidate):
    """A pattern with twenty stars on a name of many equal letters ends without a result."""
    outcome = attack(candidate, ["a" * 200, "b"], "*a" * 20 + "*b")
    assert outcome.refused or outcome.value == []


@limit(1)
def test_security_stars_and_question_marks(candidate):
    """So does one with stars and question marks."""
    outcome = attack(candidate, ["a" * 250], "*?" * 15 + "*b")
    assert outcome.refused or outcome.value == []


@limit(1)
def test_security_letters_that_come_again(candidate):
    """So does one whose pieces come again and again in the name."""
    outcome = attack(candidate, ["ab" * 120], "*ab*ba" * 12 + "*x")
    assert outcome.refused or outcome.value == []


@limit(1)
def test_security_long_pattern(candidate):
    """So does a pattern with hundreds of stars, on the longest name."""
    outcome = attack(candidate, ["a" * 255], "*a" * 200 + "*b")
    assert outcome.refused or outcome.value == []


@limit(1)
def test_security_pieces_in_another_order(candidate):
    """So does one whose pieces are all in the name, in another order, and that ends like it."""
    outcome = attack(candidate, ["bc" + "a" * 200 + "b.c.d"], "*a" * 20 + "*bc*d")
    assert outcome.refused or outcome.value == []


@limit(1)
def test_security_five_stars(candidate):
    """So does a pattern with no more than five stars, on a name of the greatest length."""
    outcome = attack(candidate, ["a" * 255], "*a" * 4 + "*b")
    assert outcome.refused or outcome.value == []
