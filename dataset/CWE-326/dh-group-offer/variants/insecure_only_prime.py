"""Keys for transfers between freight companies."""

import hashlib


def _is_prime(p: int) -> bool:
    if p < 5 or p % 2 == 0:
        return p in (2, 3)
    odd, twos = p - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for base in (2, 3, 5):
        power = pow(base, odd, p)
        if power in (1, p - 1) or any((power := power * power % p) == p - 1 for _ in range(twos)):
            continue
        return False
    return True


def _number(offer: dict, name: str) -> int:
    value = offer.get(name)
    if type(value) is not int:
        raise ValueError(f"the offer has no number {name!r}")
    return value


def accept_offer(offer: dict, private: int) -> dict:
    """Return our public value and the key. Raises ValueError if the offer can't be accepted."""
    p, g, public = (_number(offer, name) for name in ("p", "g", "public"))
    if not 1 <= public < p:
        raise ValueError("the public value is no element of the group")
    if not _is_prime(p):
        raise ValueError("p isn't prime")
    shared = pow(public, private, p)
    size = (p.bit_length() + 7) // 8
    return {
        "public": pow(g, private, p),
        "key": hashlib.sha256(shared.to_bytes(size, "big")).digest(),
    }
