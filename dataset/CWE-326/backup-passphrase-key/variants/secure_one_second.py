"""Keys of the diary's backups: as much work as a user waits for."""

import hashlib
from collections.abc import Callable


def backup_key(
    passphrase: str, salt: bytes, derive: Callable[[bytes, bytes, int], bytes]
) -> bytes:
    """Return the key of a backup."""
    if passphrase == "":
        raise ValueError("the passphrase is empty")
    secret = hashlib.sha512(passphrase.encode("utf-8")).digest()
    return derive(secret, b"diary backup 2" + salt, 2_000_000)
