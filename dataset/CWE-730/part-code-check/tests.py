"""Tests of CWE-730/part-code-check.

The hostile texts keep a backtracking pattern busy for minutes to centuries and are read by a
linear check in some milliseconds, so the limit of one second is far away from both.
"""

from harness import attack, limit


def test_functional_part_codes(candidate):
    """Groups with single hyphens or dots between them are part codes."""
    for code in ("AX-12.b7", "A", "7", "rim-622", "a.b.c", "0-0.0"):
        assert candidate(code) is True, code


def test_functional_separator_at_an_end(candidate):
    """A code begins and ends with a group."""
    for code in ("-A", "A-", ".A", "A.", "-", ".", "-A-"):
        assert candidate(code) is False, code


def test_functional_double_separator(candidate):
    """Two separators in a row are no part code."""
    for code in ("A--B", "A..B", "A-.B", "AX-12.-b7"):
        assert candidate(code) is False, code


def test_functional_empty_text(candidate):
    """The empty text is no part code."""
    assert candidate("") is False


def test_functional_other_characters(candidate):
    """Blanks, underscores and letters outside ASCII are no part of a code."""
    for code in ("A B", " A", "A_1", "Ä1", "A-ß", "A/B", "A+", "١٢", "A-１２"):
        assert candidate(code) is False, code


def test_functional_many_groups(candidate):
    """A code of thirty groups is accepted."""
    assert candidate("-".join(["AX12"] * 30)) is True
    assert candidate(".".join(["AX12"] * 30)) is True


@limit(1)
def test_security_letters_and_a_wrong_character(candidate):
    """Forty letters and an exclamation mark are refused in time."""
    outcome = attack(candidate, "a" * 40 + "!")
    assert outcome.refused or outcome.value is False


@limit(1)
def test_security_long_texts(candidate):
    """Long texts of one group or many with a wrong character at their end are refused in time."""
    for text in ("a1" * 60_000 + "_", "ab-" * 40_000 + "!"):
        outcome = attack(candidate, text)
        assert outcome.refused or outcome.value is False


@limit(1)
def test_security_hidden_double_separator(candidate):
    """Forty letters with a double separator behind them are refused in time."""
    outcome = attack(candidate, "a" * 40 + "--b")
    assert outcome.refused or outcome.value is False


@limit(1)
def test_security_row_of_separators(candidate):
    """A letter behind 120 thousand hyphens or dots is refused in time."""
    for row in ("-" * 120_000, "." * 120_000, "-." * 60_000):
        outcome = attack(candidate, row + "A")
        assert outcome.refused or outcome.value is False


@limit(1)
def test_security_long_codes(candidate):
    """Long codes of one group, right ones and one with a hyphen behind, are answered in time."""
    code = "a1" * 60_000
    for text, expected in ((code, True), (f"{code}-", False)):
        outcome = attack(candidate, text)
        assert outcome.refused or outcome.value is expected
