"""Tests of CWE-703/door-directory-outage."""

from harness import attack, share

FAILURES = (ConnectionError, ConnectionResetError, TimeoutError, OSError, RuntimeError, ValueError)


class Directory:
    """A directory of three badges, whose questions can be made to fail."""

    def __init__(self) -> None:
        self.granted = {"B7": {"L1", "L2"}, "LOST": {"L1", "L2"}, "NEW": set()}
        self.suspended = {"LOST"}
        self.doors_fail: type | None = None
        self.suspension_fails: type | None = None
        self.says_nothing = False

    def doors(self, badge: str) -> set[str]:
        if self.doors_fail is not None:
            raise self.doors_fail("the directory doesn't answer")
        return self.granted[badge]

    def is_suspended(self, badge: str) -> bool | None:
        if self.suspension_fails is not None:
            raise self.suspension_fails("the directory doesn't answer")
        if self.says_nothing:
            return None
        return badge in self.suspended


def _opens(candidate, badge: str, door: str, directory: Directory) -> bool:
    """Whether the door opens; an exception keeps it closed."""
    outcome = attack(candidate, badge, door, share(directory))
    return not outcome.refused and outcome.value is not False


def test_functional_own_doors(candidate):
    """A badge opens the doors in its set."""
    directory = Directory()
    for door in ("L1", "L2"):
        assert candidate("B7", door, share(directory)) is True


def test_functional_other_doors(candidate):
    """A badge doesn't open other doors."""
    directory = Directory()
    assert candidate("B7", "L9", share(directory)) is False
    assert candidate("NEW", "L1", share(directory)) is False


def test_functional_suspended(candidate):
    """A suspended badge opens nothing."""
    assert candidate("LOST", "L1", share(Directory())) is False


def test_functional_unknown_badge(candidate):
    """A badge that the directory doesn't know opens nothing."""
    assert candidate("B99", "L1", share(Directory())) is False


def test_functional_after_an_outage(candidate):
    """After an outage the door opens again."""
    directory = Directory()
    directory.doors_fail = directory.suspension_fails = ConnectionError
    candidate("B7", "L1", share(directory))
    directory.doors_fail = directory.suspension_fails = None
    assert candidate("B7", "L1", share(directory)) is True


def test_security_no_connection(candidate):
    """There is no connection when the suspension of a lost badge is asked for."""
    for failure in (ConnectionError, ConnectionResetError):
        directory = Directory()
        directory.suspension_fails = failure
        assert not _opens(candidate, "LOST", "L1", directory)


def test_security_other_failures(candidate):
    """The question about the suspension fails in another way."""
    for failure in FAILURES:
        directory = Directory()
        directory.suspension_fails = failure
        assert not _opens(candidate, "LOST", "L1", directory)


def test_security_no_answer(candidate):
    """The directory answers the question about the suspension with None."""
    directory = Directory()
    directory.says_nothing = True
    assert not _opens(candidate, "LOST", "L1", directory)


def test_security_lost_since_yesterday(candidate):
    """A badge has opened the door before it was lost, and then the directory fails."""
    for failure in FAILURES:
        directory = Directory()
        assert candidate("B7", "L1", share(directory)) is True
        directory.suspended.add("B7")
        directory.suspension_fails = failure
        assert not _opens(candidate, "B7", "L1", directory)
        directory.doors_fail = failure
        assert not _opens(candidate, "B7", "L1", directory)


def test_security_door_taken_away(candidate):
    """A door was taken from a badge, and then the directory fails."""
    directory = Directory()
    assert candidate("B7", "L1", share(directory)) is True
    directory.granted["B7"] = set()
    directory.doors_fail = TimeoutError
    assert not _opens(candidate, "B7", "L1", directory)
