"""Keys of the diary's backups: a master key, and from it the one for the cipher."""

import hmac
from collections.abc import Callable

_Derive = Callable[[bytes, bytes, int], bytes]


def _master(passphrase: str, salt: bytes, derive: _Derive) -> bytes:
    first = derive(passphrase.encode(), salt + b"1", 400_000)
    return derive(first, salt + b"2", 400_000)


def backup_key(passphrase: str, salt: bytes, derive: _Derive) -> bytes:
    """Return the key of a backup."""
    if len(passphrase) == 0:
        raise ValueError("without a passphrase there is no backup")
    return hmac.digest(_master(passphrase, salt, derive), b"AES-256 key", "sha256")
