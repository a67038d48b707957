"""Tests of CWE-020/chat-nickname-claim."""

import re
import unicodedata

from harness import attack, raises

STAFF = ("admin", "moderator")
NICKNAMES_OF_USER_1 = ("maria", "support", "skipper", "weissbrot", "office")


def key_of(nickname):
    """Return the key of a nickname, as the problem defines it."""
    return unicodedata.normalize("NFKC", nickname).casefold()


def check_nothing_is_stolen(candidate, nickname):
    """User 2 gets no key of user 1 or of the staff, and none that breaks the rules."""
    taken = dict.fromkeys(NICKNAMES_OF_USER_1, 1)
    outcome = attack(candidate, taken, nickname, 2)
    for name in NICKNAMES_OF_USER_1:
        assert taken.get(name) == 1, f"{name} belongs to {taken.get(name)}"
        assert outcome.value != name, f"user 2 is told to be {name}"
    for key in taken:
        assert key not in STAFF, f"{key} belongs to {taken[key]}"
        assert key == key_of(key), f"{key!r} was stored, not {key_of(key)!r}"
        assert re.fullmatch(r"\w{3,20}", key), f"{key!r} was stored"
    assert candidate(taken, "Newcomer", 3) == "newcomer"
    assert taken["newcomer"] == 3


def test_functional_fresh_nickname(candidate):
    """A free nickname is stored for its user under the case-folded key, which is returned."""
    taken = {"maria": 1}
    assert candidate(taken, "Ben_2", 7) == "ben_2"
    assert candidate(taken, "KATE", 8) == "kate"
    assert taken == {"maria": 1, "ben_2": 7, "kate": 8}


def test_functional_letters_of_any_script(candidate):
    """Letters of other scripts are fine; the key is folded, so a sharp s becomes two letters."""
    taken = {}
    assert candidate(taken, "Zo\u00eb_7", 2) == "zo\u00eb_7"
    assert candidate(taken, "Stra\u00dfe", 3) == "Stra\u00dfe".casefold()
    assert candidate(taken, "\u0414\u043c\u0438\u0442\u0440\u0438\u0438", 4) == (
        "\u0434\u043c\u0438\u0442\u0440\u0438\u0438"
    )
    assert sorted(taken.values()) == [2, 3, 4]


def test_functional_full_width_letters(candidate):
    """A free nickname in full-width letters is stored in the usual ones."""
    taken = {"maria": 1}
    assert candidate(taken, "\uff2d\uff21\uff38", 3) == "max"
    assert taken == {"maria": 1, "max": 3}


def test_functional_taken_by_another_user(candidate):
    """The nickname of another user raises ValueError in any case of its letters."""
    taken = {"maria": 1}
    for nickname in ("maria", "Maria", "MARIA"):
        with raises(ValueError):
            candidate(taken, nickname, 2)
    assert taken == {"maria": 1}


def test_functional_own_nickname(candidate):
    """Claiming one's own nickname again returns its key and changes nothing."""
    taken = {"maria": 1, "ben": 2}
    assert candidate(taken, "Maria", 1) == "maria"
    assert taken == {"maria": 1, "ben": 2}


def test_functional_names_of_the_staff(candidate):
    """admin and moderator raise ValueError in any case; longer names with them are free."""
    taken = {}
    for nickname in ("admin", "Admin", "MODERATOR"):
        with raises(ValueError):
            candidate(taken, nickname, 2)
    assert taken == {}
    assert candidate(taken, "Admin_2", 2) == "admin_2"


def test_functional_form(candidate):
    """3 and 20 characters are fine; fewer, more, or other characters raise ValueError."""
    taken = {}
    assert candidate(taken, "abc", 2) == "abc"
    assert candidate(taken, "_" + "x" * 19, 2) == "_" + "x" * 19
    for nickname in ("", "ab", "x" * 21, "a b c", "a-b-c", "maria!", "maria@home"):
        with raises(ValueError):
            candidate(taken, nickname, 3)
    assert taken == {"abc": 2, "_" + "x" * 19: 2}


def test_security_staff_in_full_width_letters(candidate):
    """Full-width letters don't make anybody an admin or a moderator."""
    for name in STAFF:
        check_nothing_is_stolen(candidate, "".join(chr(ord(char) + 0xFEE0) for char in name))


def test_security_staff_with_one_special_letter(candidate):
    """A circled, raised or mathematical letter among plain ones doesn't give a staff name."""
    for nickname in (
        "\u24d0dmin",
        "\u1d43dmin",
        "\u00aadmin",
        "adm\u2071n",
        "\U0001d426oderator",
        "moderat\u24deR",
    ):
        check_nothing_is_stolen(candidate, nickname)


def test_security_foreign_nickname_in_full_width_letters(candidate):
    """Full-width letters don't take the nickname of another user away."""
    check_nothing_is_stolen(candidate, "\uff4d\uff41\uff52\uff49\uff41")
    check_nothing_is_stolen(candidate, "ma\uff52ia")


def test_security_long_s_and_kelvin_sign(candidate):
    """A long s counts as an s and a Kelvin sign as a k, so the nickname isn't free."""
    for nickname in ("\u017fupport", "\u017f\u212aipper", "S\u212aIPPER"):
        check_nothing_is_stolen(candidate, nickname)


def test_security_ligatures(candidate):
    """A ligature of f and i counts as its letters, so the nickname isn't free."""
    for nickname in ("o\ufb03ce", "o\ufb00ice", "of\ufb01ce"):
        check_nothing_is_stolen(candidate, nickname)


def test_security_sharp_s(candidate):
    """A sharp s counts as two letters s, so the nickname isn't free."""
    for nickname in ("Wei\u00dfbrot", "WEI\u1e9eBROT"):
        check_nothing_is_stolen(candidate, nickname)


def test_security_capitals_of_other_forms(candidate):
    """Mathematical and raised capitals, which have no small form, are folded all the same."""
    for nickname in ("\U0001d400dmin", "\u1d2c\u1d30\u1d39in", "\U0001d40caria", "\u2133aria"):
        check_nothing_is_stolen(candidate, nickname)


def test_security_letters_that_grow(candidate):
    """Ligatures that turn into several letters don't make a key of more than 20 characters."""
    check_nothing_is_stolen(candidate, "\ufb03" * 7)
    check_nothing_is_stolen(candidate, "\ufb01" * 11)


def test_security_letters_that_grow_when_folded(candidate):
    """Letters that only case folding turns into several characters don't make a bad key either."""
    check_nothing_is_stolen(candidate, "\u00df" * 11)
    check_nothing_is_stolen(candidate, "\u0130\u0130\u0130")


def test_security_letters_with_a_blank_in_them(candidate):
    """Letters that turn into a blank with something behind it don't get into a key."""
    for nickname in ("\ufdfa" * 3, "maria\u037a", "admin\ufe70", "\ufc5emaria"):
        check_nothing_is_stolen(candidate, nickname)


def test_security_letters_that_shrink(candidate):
    """Korean letters that turn into one syllable don't make a key of one character."""
    check_nothing_is_stolen(candidate, "\u1112\u1161\u11ab")
