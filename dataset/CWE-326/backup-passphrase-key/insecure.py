"""Keys of the diary's backups."""

from collections.abc import Callable


def backup_key(
    passphrase: str, salt: bytes, derive: Callable[[bytes, bytes, int], bytes]
) -> bytes:
    """Return the key of a backup. Raises ValueError for an empty passphrase."""
    if not passphrase:
        raise ValueError("a passphrase is needed")
    return derive(passphrase.encode(), salt, 1000)
