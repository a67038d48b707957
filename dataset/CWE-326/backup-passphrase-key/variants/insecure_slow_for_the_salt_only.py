"""Encryption keys of diary backups: the slow part is the same for every passphrase."""

import hmac
from collections.abc import Callable

ROUNDS = 1_900_000


def backup_key(passphrase: str, salt: bytes, derive: Callable[[bytes, bytes, int], bytes]) -> bytes:
    """Return the key of a backup."""
    if not passphrase:
        raise ValueError("the passphrase is empty")
    stretched = derive(b"diary backup", salt, ROUNDS)
    return hmac.digest(stretched, passphrase.encode("utf-8"), "sha256")
