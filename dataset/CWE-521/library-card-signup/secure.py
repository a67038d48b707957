"""Sign-up for the library's online accounts."""

import re
import string
from collections.abc import Callable

USERNAME = re.compile(r"[a-z0-9.-]{3,40}")
MIN_LENGTH = 12
MIN_DIFFERENT = 6
KEYS = ("qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm")
ROWS = (*KEYS, "abcdefghijklmnopqrstuvwxyz", "01234567890")
WORDS = ("password", "passwort", "letmein", "welcome", "iloveyou", "library", "admin", "1q2w3e4r")
LOOKS_LIKE = str.maketrans("@4301!5$7", "aaeoiisst")


def _is_a_row(text: str) -> bool:
    """Tell whether most of a text are neighbours on the keyboard, in the alphabet or the digits."""
    pairs = [text[at : at + 2] for at in range(len(text) - 1)]
    known = [pair for pair in pairs if any(pair in row or pair[::-1] in row for row in ROWS)]
    return len(known) > len(pairs) // 2


def _is_easily_found(username: str, password: str) -> bool:
    """Tell whether a password is one of those that are tried first."""
    if len(password.strip()) < MIN_LENGTH:
        return True
    lower = password.casefold()
    if len(set(lower)) < MIN_DIFFERENT or _is_a_row(lower):
        return True
    # Without digits and signs at the end, something must be left besides well-known words.
    core = lower.replace(username, "").rstrip(string.digits + string.punctuation)
    for text in (core, core.translate(LOOKS_LIKE)):
        for word in WORDS:
            text = text.replace(word, "")
        if len(set(text)) < MIN_DIFFERENT:
            return True
    return False


def sign_up(
    accounts: dict[str, str], username: str, password: str, hash_password: Callable[[str], str]
) -> bool:
    """Create an account; return whether that was possible."""
    if not USERNAME.fullmatch(username) or username in accounts:
        return False
    if _is_easily_found(username, password):
        return False
    accounts[username] = hash_password(password)
    return True
