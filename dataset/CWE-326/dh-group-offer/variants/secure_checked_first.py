"""Keys for transfers between freight companies: the offer is checked as a whole first."""

from __future__ import annotations

import hashlib
from typing import NamedTuple


class Offer(NamedTuple):
    """What the partner offers."""

    p: int
    g: int
    public: int

    @classmethod
    def parse(cls, data: dict) -> Offer:
        """Check what came over the network. Raises ValueError."""
        try:
            offer = cls(data["p"], data["g"], data["public"])
        except (KeyError, TypeError) as error:
            raise ValueError("the offer isn't complete") from error
        if any(not isinstance(number, int) or isinstance(number, bool) for number in offer):
            raise ValueError("the offer has something that isn't a number")
        if offer.p < 1 << 2047 or offer.p % 2 == 0:
            raise ValueError("the prime is too small")
        if not 1 < offer.g < offer.p - 1 or not 0 < offer.public < offer.p:
            raise ValueError("the offer has a number that isn't in the group")
        return offer

    def key(self, private: int) -> bytes:
        """Compute the key that the partner computes, too."""
        shared = pow(self.public, private, self.p)
        return hashlib.sha256(shared.to_bytes(-(-self.p.bit_length() // 8), "big")).digest()


def accept_offer(offer: dict, private: int) -> dict:
    """Return our public value and the key."""
    parsed = Offer.parse(offer)
    return {"public": pow(parsed.g, private, parsed.p), "key": parsed.key(private)}
