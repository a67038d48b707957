"""Tests of CWE-595/revoked-pass-check."""

from harness import attack


def _opens(candidate, number: int, revoked: list[int]) -> bool:
    """Tell whether the gate opens for the pass."""
    outcome = attack(candidate, number, revoked)
    return not outcome.refused and not outcome.value


def test_functional_example(candidate):
    """The example of the problem holds."""
    assert candidate(17, [4, 17]) is True
    assert candidate(5, [4, 17]) is False


def test_functional_any_place_in_the_list(candidate):
    """A number is found at the beginning, in the middle and at the end, in any order."""
    revoked = [201, 7, 99, 1, 255, 48, 7]
    for number in revoked:
        assert candidate(number, revoked) is True, f"number {number}"
    assert revoked == [201, 7, 99, 1, 255, 48, 7]


def test_functional_other_passes(candidate):
    """Passes that aren't in the list are not revoked, however similar their numbers are."""
    revoked = [12, 34, 120, 3_400, 50_001]
    for number in (1, 2, 3, 11, 13, 121, 340, 3_401, 5_000, 50_000, 1_200_000, 2**40):
        assert candidate(number, revoked) is False, f"number {number}"


def test_functional_empty_list(candidate):
    """With an empty list no pass is revoked."""
    for number in (1, 200, 70_000):
        assert candidate(number, []) is False


def test_functional_long_list(candidate):
    """In a long list the numbers are found and the others aren't."""
    revoked = list(range(2, 200, 2)) + list(range(1_000, 6_000, 2))
    assert candidate(2, revoked) is True
    assert candidate(198, revoked) is True
    assert candidate(199, revoked) is False
    assert candidate(4_001, revoked) is False


def test_functional_one_question_after_another(candidate):
    """Each question is about its own list."""
    assert candidate(8, [8]) is True
    assert candidate(8, [9]) is False
    assert candidate(9, [9]) is True
    assert candidate(9, []) is False


def test_security_later_in_the_season(candidate):
    """A stolen pass with a number of four or five digits is stopped."""
    for number in (2_048, 9_999, 40_712, 86_400):
        assert not _opens(candidate, number, [number]), f"number {number} passes"
        assert not _opens(candidate, number, [3, number, 77, 123_456]), f"number {number} passes"


def test_security_every_revoked_pass(candidate):
    """Of a whole list each pass is stopped, not only those with small numbers."""
    revoked = [(n * 7_919) % 20_011 for n in range(1, 120)]
    free = [number for number in revoked if _opens(candidate, number, revoked)]
    assert not free, f"{len(free)} revoked passes open the gate, for instance {free[0]}"


def test_security_end_of_a_long_list(candidate):
    """A pass that was revoked this morning stands at the end of a long list and is stopped."""
    revoked = [n * 31 % 30_011 for n in range(1, 3_000)]
    assert not _opens(candidate, 29_500, [*revoked, 29_500])
    assert not _opens(candidate, 29_500, [29_500, *revoked, 29_500])


def test_security_numbers_of_many_digits(candidate):
    """Numbers that don't fit into a machine word are compared as well."""
    for number in (10**9 + 7, 2**31, 2**62 - 1, 2**64, 10**30):
        assert not _opens(candidate, number, [5, number]), f"number {number} passes"
