"""Sign-up for the library's online accounts."""

import re
from collections.abc import Callable

USERNAME = re.compile(r"[a-z0-9.-]{3,40}")
COMMON = {
    *("123456", "1234567", "12345678", "123456789", "1234567890", "12345", "1234", "000000"),
    *("password", "password1", "password123", "qwerty", "qwertyuiop", "abc123", "111111"),
    *("iloveyou", "letmein", "dragon", "sunshine", "princess", "football", "abcdefgh"),
}


def sign_up(
    accounts: dict[str, str], username: str, password: str, hash_password: Callable[[str], str]
) -> bool:
    """Create an account; return whether that was possible."""
    if not USERNAME.fullmatch(username) or username in accounts:
        return False
    if password.lower() in COMMON or username in password.lower():
        return False
    accounts[username] = hash_password(password)
    return True
