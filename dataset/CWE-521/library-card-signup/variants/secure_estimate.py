"""Sign-up for the library's online accounts: an estimate of what there is to guess."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

NEEDED = 9


@dataclass(frozen=True)
class Password:
    """A password that somebody wishes to have."""

    text: str

    def points(self, username: str) -> int:
        """Count the characters that don't follow from those before, or from the user name."""
        rest = re.sub(re.escape(username), "", self.text, flags=re.IGNORECASE)
        rest = re.sub(r"\s+", "", rest).lower()
        # A word is worth three characters at most, digits behind each other two.
        rest = re.sub(r"[a-z@0$]{4,}", lambda word: word[0][:3], rest)
        rest = re.sub(r"[0-9]{3,}", lambda number: number[0][:2], rest)
        new = [b for a, b in pairwise("\0" + rest) if abs(ord(a) - ord(b)) > 1]
        return min(len(new), 2 * len(set(rest)))


def _long_phrase(text: str, username: str) -> bool:
    """Tell whether a text consists of four different words or more, not only of the user name."""
    words = {word.lower() for word in re.findall(r"\w{3,}", text)}
    return len(words - set(re.findall(r"\w{3,}", username))) >= 4


def sign_up(
    accounts: dict[str, str], username: str, password: str, hash_password: Callable[[str], str]
) -> bool:
    """Create an account if the name is free and the password can't be guessed."""
    if re.fullmatch(r"[-.a-z0-9]{3,40}", username) is None or username in accounts:
        return False
    wish = Password(password)
    if wish.points(username) < NEEDED and not _long_phrase(password, username):
        return False
    accounts[username] = hash_password(wish.text)
    return True
