"""Sign-up for the library's online accounts: kinds of characters and a list of known passwords."""

import string
from collections.abc import Callable

NAME_CHARACTERS = frozenset(string.ascii_lowercase + string.digits + ".-")
KNOWN = set(
    """
    password passwort passw0rd letmein welcome qwerty qwertyuiop qwertz asdfghjkl asdf 1q2w3e4r
    1qaz2wsx iloveyou sunshine princess football baseball monkey dragon shadow superman batman
    master michael jennifer charlie trustno admin administrator login library abc abcd abcde abcdef
    abcdefgh secret changeme test user guest starwars whatever freedom hello computer summer winter
    """.split()
)
FROM_SIGNS = {"@": "a", "4": "a", "3": "e", "0": "o", "1": "i", "!": "i", "$": "s", "5": "s"}


def _core(text: str) -> str:
    """Return the letters of a text, with those that signs stand for, without its last digits."""
    text = text.lower().rstrip(string.digits + string.punctuation)
    return "".join(FROM_SIGNS.get(sign, sign) for sign in text)


def _letters(text: str) -> str:
    """Return the letters and digits of a text without the digits at its end."""
    return "".join(filter(str.isalnum, text.lower())).rstrip(string.digits)


def _acceptable(password: str, username: str) -> bool:
    """Tell whether nobody finds this password within a hundred tries."""
    if len(password) < 10:
        return False
    kinds = [str.islower, str.isupper, str.isdigit, lambda sign: not sign.isalnum()]
    if sum(any(map(kind, password)) for kind in kinds) < 3:
        # Long ones need not have three kinds, but not a few characters again and again, or digits.
        if len(password) < 14 or len(set(_core(password))) < 8:
            return False
    name, wish = (_letters(text) for text in (username, password))
    return _core(password) not in KNOWN and wish != name


def sign_up(
    accounts: dict[str, str], username: str, password: str, hash_password: Callable[[str], str]
) -> bool:
    """Create an account unless something is wrong with what was entered."""
    well_formed = 3 <= len(username) <= 40 and NAME_CHARACTERS.issuperset(username)
    if not well_formed or username in accounts or not _acceptable(password, username):
        return False
    accounts[username] = hash_password(password)
    return True
