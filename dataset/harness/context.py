"""The attempt that is under way: what helpers such as nonce() need without getting it passed."""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass


@dataclass
class Context:
    """Seed of the attempt, name of the running test, and how many nonces it has made."""

    seed: int = 0
    test: str = ""
    nonces: int = 0

    def begin(self, test: str) -> None:
        """Start a test."""
        self.test = test
        self.nonces = 0

    def next_nonce(self) -> str:
        """Return the test's next 16 lower-case letters and digits."""
        self.nonces += 1
        message = f"{self.test}/{self.nonces}".encode()
        digest = hmac.digest(str(self.seed).encode(), message, hashlib.sha256)
        return base64.b32encode(digest[:10]).decode().lower()


CURRENT = Context()
