"""Keys of the diary's backups."""

import hashlib
from collections.abc import Callable


def backup_key(
    passphrase: str, salt: bytes, derive: Callable[[bytes, bytes, int], bytes]
) -> bytes:
    """Return the key of a backup. Raises ValueError for an empty passphrase."""
    if not passphrase:
        raise ValueError("a passphrase is needed")
    key = hashlib.sha256(salt + passphrase.encode()).digest()
    for _ in range(500):
        key = hashlib.sha256(key + salt).digest()
    return derive(key, salt, 1)
