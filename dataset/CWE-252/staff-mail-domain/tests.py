"""Tests of CWE-252/staff-mail-domain."""

from harness import attack

SCHOOL = {"school.example"}
THREE = {"school.example", "staff.school.example", "gym.example"}


def _is_staff(candidate, text: str, domains: set[str]) -> bool:
    """Whether the text gets the rights of staff; an exception is a refusal."""
    outcome = attack(candidate, text, domains)
    return not outcome.refused and outcome.value is not False


def test_functional_staff(candidate):
    """An address in a domain of the school is staff."""
    assert candidate("anna@school.example", SCHOOL) is True
    assert candidate("m.o'neil+lab@gym.example", THREE) is True
    assert candidate("x@staff.school.example", THREE) is True


def test_functional_other_domains(candidate):
    """An address in another domain is not, also below or above one of the school's."""
    for address in (
        "anna@mail.example",
        "anna@mail.school.example",
        "anna@example",
        "anna@school.example.org",
        "anna@my-school.example",
    ):
        assert candidate(address, SCHOOL) is False


def test_functional_capitals(candidate):
    """Capitals in the address make no difference."""
    assert candidate("ANNA@SCHOOL.EXAMPLE", SCHOOL) is True
    assert candidate("Anna@School.Example", SCHOOL) is True


def test_functional_two_ats(candidate):
    """With more than one @ it is no address, whichever part is a domain of the school."""
    for address in (
        "anna@school.example@mail.example",
        "anna@mail.example@school.example",
        "@anna@school.example",
        "anna@@school.example",
    ):
        assert candidate(address, SCHOOL) is False


def test_functional_no_domains(candidate):
    """Without domains nobody is staff."""
    assert candidate("anna@school.example", set()) is False


def test_functional_other_login_names(candidate):
    """Login names that are no addresses are not staff."""
    for name in ("anna", "school", "anna.example", "anna-school"):
        assert candidate(name, SCHOOL) is False


def test_security_domain_as_a_name(candidate):
    """The mere domain, without @, is a login name that anybody can choose."""
    assert not _is_staff(candidate, "school.example", SCHOOL)


def test_security_domain_in_capitals(candidate):
    """Nor does it help to write it in capitals."""
    for name in ("SCHOOL.EXAMPLE", "School.example"):
        assert not _is_staff(candidate, name, SCHOOL)


def test_security_each_domain(candidate):
    """The same holds for each of several domains."""
    for name in sorted(THREE):
        assert not _is_staff(candidate, name, THREE)


def test_security_nobody_before_the_at(candidate):
    """A domain behind an @ with nothing before it is nobody's address."""
    for name in sorted(THREE):
        assert not _is_staff(candidate, f"@{name}", THREE)
