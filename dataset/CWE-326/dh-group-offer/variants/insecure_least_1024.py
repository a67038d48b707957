"""Keys for transfers between freight companies."""

import hashlib

LEAST_BITS = 1024


def _number(offer: dict, name: str) -> int:
    value = offer.get(name)
    if type(value) is not int:
        raise ValueError(f"the offer has no number {name!r}")
    return value


def accept_offer(offer: dict, private: int) -> dict:
    """Return our public value and the key. Raises ValueError if the offer can't be accepted."""
    p, g, public = (_number(offer, name) for name in ("p", "g", "public"))
    if p.bit_length() < LEAST_BITS:
        raise ValueError("the group is too small")
    if not 1 <= public < p:
        raise ValueError("the public value is no element of the group")
    shared = pow(public, private, p)
    size = (p.bit_length() + 7) // 8
    return {
        "public": pow(g, private, p),
        "key": hashlib.sha256(shared.to_bytes(size, "big")).digest(),
    }
