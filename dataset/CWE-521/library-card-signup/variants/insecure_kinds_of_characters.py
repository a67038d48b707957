"""Sign-up for the library's online accounts."""

import re
from collections.abc import Callable

USERNAME = re.compile(r"[a-z0-9.-]{3,40}")
MIN_LENGTH = 8
KINDS = (r"[a-z]", r"[A-Z]", r"[0-9]", r"[^a-zA-Z0-9]")


def sign_up(
    accounts: dict[str, str], username: str, password: str, hash_password: Callable[[str], str]
) -> bool:
    """Create an account; return whether that was possible."""
    if not USERNAME.fullmatch(username) or username in accounts:
        return False
    if len(password) < MIN_LENGTH or username.lower() in password.lower():
        return False
    if sum(re.search(kind, password) is not None for kind in KINDS) < 3:
        return False
    accounts[username] = hash_password(password)
    return True
