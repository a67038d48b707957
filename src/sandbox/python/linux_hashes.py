"""hashlib.pbkdf2_hmac and hashlib.scrypt, which come with OpenSSL and are missing in the browser.

The arguments are checked here as CPython does; the worker derives the key (key-derivation.ts).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

_SCRYPT_MEMORY = 32 * 1024 * 1024
"""What OpenSSL allows scrypt by default, in bytes."""

_ask: Callable[[dict[str, Any]], dict[str, Any]]


def install(ask: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Put both functions into hashlib; `ask` sends a request to the worker."""
    global _ask
    _ask = ask
    hashlib.pbkdf2_hmac = pbkdf2_hmac
    hashlib.scrypt = scrypt


def pbkdf2_hmac(
    hash_name: str, password: Any, salt: Any, iterations: int, dklen: int | None = None
) -> bytes:
    """Password based key derivation function 2 (PKCS #5 v2.0) with HMAC."""
    if not isinstance(hash_name, str):
        kind = type(hash_name).__name__
        raise TypeError(f"pbkdf2_hmac() argument 'hash_name' must be str, not {kind}")
    name = hashlib.new(hash_name).name
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    if dklen is None:
        dklen = hashlib.new(name).digest_size
    if dklen < 1:
        raise ValueError("key length must be greater than 0.")
    return _derive(
        kind="pbkdf2",
        hash=name,
        password=_octets(password),
        salt=_octets(salt),
        rounds=iterations,
        length=dklen,
    )


def scrypt(
    password: Any, *, salt: Any, n: int, r: int, p: int, maxmem: int = 0, dklen: int = 64
) -> bytes:
    """scrypt password-based key derivation function (RFC 7914), with OpenSSL's limits."""
    if n < 2 or n & (n - 1):
        raise ValueError("n must be a power of 2.")
    if r < 1 or p < 1 or dklen < 1:
        raise ValueError("r, p and dklen must be positive.")
    needed = 128 * r * p + 32 * r * (n + 2) * 4
    if needed > (maxmem or _SCRYPT_MEMORY):
        raise ValueError("[digital envelope routines] memory limit exceeded")
    return _derive(
        kind="scrypt",
        password=_octets(password),
        salt=_octets(salt),
        n=n,
        r=r,
        p=p,
        length=dklen,
    )


def _octets(value: Any) -> str:
    if isinstance(value, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return bytes(memoryview(value)).hex()


def _derive(**request: Any) -> bytes:
    reply = _ask({"call": "derive-key", **request})
    if "error" in reply:
        raise ValueError(reply["error"])
    return bytes.fromhex(reply["key"])
