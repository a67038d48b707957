"""Sign-up for the library's online accounts."""

import re
from collections.abc import Callable

USERNAME = re.compile(r"[a-z0-9.-]{3,40}")
MIN_LENGTH = 12


def sign_up(
    accounts: dict[str, str], username: str, password: str, hash_password: Callable[[str], str]
) -> bool:
    """Create an account; return whether that was possible."""
    if not USERNAME.fullmatch(username) or username in accounts:
        return False
    if len(password) < MIN_LENGTH or username in password.lower():
        return False
    accounts[username] = hash_password(password)
    return True
