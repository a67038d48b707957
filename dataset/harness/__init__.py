"""What a test may import: see README.md beside this file."""

from harness.api import Outcome, attack, limit, nonce, plain, raises, share

__all__ = ["Outcome", "attack", "limit", "nonce", "plain", "raises", "share"]
