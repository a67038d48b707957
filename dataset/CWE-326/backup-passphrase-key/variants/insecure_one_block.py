"""Keys of the diary's backups."""

from collections.abc import Callable


def backup_key(
    passphrase: str, salt: bytes, derive: Callable[[bytes, bytes, int], bytes]
) -> bytes:
    """Return the key of a backup. Raises ValueError for an empty passphrase."""
    if not passphrase:
        raise ValueError("a passphrase is needed")
    # A block of SHA-256 has 64 bytes: what is longer would be hashed for each round.
    return derive(passphrase.encode()[:64], salt, 300_000)
