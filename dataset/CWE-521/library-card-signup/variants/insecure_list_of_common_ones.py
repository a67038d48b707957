"""Sign-up for the library's online accounts."""

import hashlib
import re
import secrets

USERNAME = re.compile(r"[a-z0-9.-]{3,40}")
COMMON = {
    *("123456", "1234567", "12345678", "123456789", "1234567890", "12345", "1234", "000000"),
    *("password", "password1", "password123", "qwerty", "qwertyuiop", "abc123", "111111"),
    *("iloveyou", "letmein", "dragon", "sunshine", "princess", "football", "abcdefgh"),
}


def _hash(password: str) -> str:
    """Return a salted hash of a password as a text."""
    salt = secrets.token_bytes(16)
    derived = hashlib.scrypt(password.encode(), salt=salt, n=16384, r=8, p=1)
    return f"{salt.hex()}:{derived.hex()}"


def sign_up(accounts: dict[str, str], username: str, password: str) -> bool:
    """Create an account; return whether that was possible."""
    if not USERNAME.fullmatch(username) or username in accounts:
        return False
    if password.lower() in COMMON or username in password.lower():
        return False
    accounts[username] = _hash(password)
    return True
