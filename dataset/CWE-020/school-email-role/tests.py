"""Tests of CWE-020/school-email-role."""

from harness import attack, raises

STAFF = "staff.school.example"
STUDENTS = "students.school.example"


def role_granted(candidate, email):
    """Return the role that a text gets from a school with these two domains, or None."""
    role = attack(candidate, email, STAFF, STUDENTS).value
    return role if role in ("staff", "student") else None


def test_functional_staff(candidate):
    """An address in the staff domain gets the role staff."""
    assert candidate("anna.kovacs@staff.school.example", STAFF, STUDENTS) == "staff"
    assert candidate("office@lyceum.example", "lyceum.example", "pupils.example") == "staff"


def test_functional_student(candidate):
    """An address in the student domain gets the role student."""
    assert candidate("tim07@students.school.example", STAFF, STUDENTS) == "student"
    assert candidate("tim07@school.example", STAFF, "school.example") == "student"


def test_functional_case_of_the_domain(candidate):
    """The case of the letters in the domain makes no difference."""
    assert candidate("anna.kovacs@Staff.School.EXAMPLE", STAFF, STUDENTS) == "staff"
    assert candidate("Tim@STUDENTS.school.example", STAFF, STUDENTS) == "student"


def test_functional_characters_before_the_at_sign(candidate):
    """Letters, digits, dots, underscores, plus and minus signs may stand before the at sign."""
    assert candidate("Jo-Ann_B.2+physics@staff.school.example", STAFF, STUDENTS) == "staff"
    assert candidate("x@students.school.example", STAFF, STUDENTS) == "student"


def test_functional_other_domain(candidate):
    """An address in another domain raises ValueError."""
    for email in ("anna@mail.example", "anna@school.example", "anna@staff.college.example"):
        with raises(ValueError):
            candidate(email, STAFF, STUDENTS)


def test_functional_no_address(candidate):
    """An empty text, a name and a domain alone raise ValueError."""
    for email in ("", "anna", "staff.school.example"):
        with raises(ValueError):
            candidate(email, STAFF, STUDENTS)


def test_security_longer_name_of_a_domain(candidate):
    """A domain that only ends in the same characters as the school's gets no role."""
    assert role_granted(candidate, "eve@notstaff.school.example") is None
    assert role_granted(candidate, "eve@evil-students.school.example") is None


def test_security_students_below_the_staff_domain(candidate):
    """Students don't become staff because their domain lies below the staff's."""
    outcome = attack(candidate, "tim@students.school.example", "school.example", STUDENTS)
    assert outcome.value != "staff"


def test_security_domain_that_goes_on(candidate):
    """The school's domain at the beginning of an attacker's domain gets no role."""
    assert role_granted(candidate, "eve@staff.school.example.evil.example") is None
    assert role_granted(candidate, "eve@students.school.example-mail.example") is None


def test_security_other_character_for_the_dot(candidate):
    """A domain with a hyphen in the place of a dot is another domain."""
    assert role_granted(candidate, "eve@staff-school.example") is None
    assert role_granted(candidate, "eve@students-school.example") is None


def test_security_two_at_signs(candidate):
    """A second at sign doesn't hide which domain the mail goes to."""
    assert role_granted(candidate, "eve@staff.school.example@evil.example") is None
    assert role_granted(candidate, "eve@evil.example@staff.school.example") is None


def test_security_list_of_addresses(candidate):
    """A list, of which one address is the attacker's, gets no role."""
    for separator in (",", ", ", ";", " ", "\n", "\r\n"):
        email = f"eve@evil.example{separator}x@staff.school.example"
        assert role_granted(candidate, email) is None, f"a role for {email!r}"


def test_security_text_behind_the_address(candidate):
    """Another recipient or a header behind an address of the school isn't overlooked."""
    for behind in (
        ",eve@evil.example",
        "; eve@evil.example",
        " eve@evil.example",
        "\neve@evil.example",
        "\r\nBcc: eve@evil.example",
        ",eve",
        "\nBcc: eve",
    ):
        email = f"x@staff.school.example{behind}"
        assert role_granted(candidate, email) is None, f"a role for {email!r}"


def test_security_angle_brackets(candidate):
    """An attacker's address in angle brackets isn't taken for a part of the name."""
    for before in ("<eve@evil.example>", "<eve@evil.example> ", "<eve@evil.example>\nx"):
        email = f"{before}@students.school.example"
        assert role_granted(candidate, email) is None, f"a role for {email!r}"


def test_security_encoded_word(candidate):
    """Another address, encoded in the way of mail headers, isn't taken for a name."""
    for word in ("=?utf-8?q?eve=40evil.example=2C?=", "=?utf-8?b?ZXZlQGV2aWwuZXhhbXBsZSw=?="):
        email = f"{word}x@staff.school.example"
        assert role_granted(candidate, email) is None, f"a role for {email!r}"


def test_security_local_mailbox(candidate):
    """A comma doesn't add a mailbox of the mail server itself as a second recipient."""
    assert role_granted(candidate, "eve,x@staff.school.example") is None


def test_security_routes_to_another_server(candidate):
    """The percent sign and the exclamation mark, old ways to name the next server, don't pass."""
    for local in ("eve%evil.example", "evil.example!eve"):
        email = f"{local}@students.school.example"
        assert role_granted(candidate, email) is None, f"a role for {email!r}"
