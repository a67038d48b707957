"""Encryption keys of diary backups: the salt comes in at the end."""

import hmac
from collections.abc import Callable

ROUNDS = 1_900_000


def backup_key(passphrase: str, salt: bytes, derive: Callable[[bytes, bytes, int], bytes]) -> bytes:
    """Return the key of a backup."""
    if not passphrase:
        raise ValueError("the passphrase is empty")
    stretched = derive(passphrase.encode("utf-8"), b"diary backup", ROUNDS)
    return hmac.digest(stretched, salt, "sha256")
