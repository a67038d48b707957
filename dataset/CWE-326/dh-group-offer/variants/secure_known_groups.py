"""Keys for transfers between freight companies: in the groups of RFC 3526 alone."""

import hashlib
from hmac import compare_digest

# The sizes of groups 14 to 18, and the first and last bytes that all their primes have.
SIZES = {2048: 14, 3072: 15, 4096: 16, 6144: 17, 8192: 18}
END = b"\xff" * 8
START = bytes.fromhex("ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd1")


def _is_known(p: int) -> bool:
    """Tell whether a prime has the size, the first digits (of pi) and the end of a group."""
    if p.bit_length() not in SIZES:
        return False
    data = p.to_bytes(p.bit_length() // 8, "big")
    return compare_digest(data[: len(START)], START) and compare_digest(data[-8:], END)


def accept_offer(offer: dict, private: int) -> dict:
    """Return our public value and the key."""
    match offer:
        case {"p": int(p), "g": int(g), "public": int(public)} if _is_known(p):
            if isinstance(public, bool) or public < 1 or public >= p:
                raise ValueError("no public value of this group")
        case _:
            raise ValueError("no offer with a known group")
    shared = pow(public, private, p).to_bytes(p.bit_length() // 8, "big")
    return {"public": pow(g, private, p), "key": hashlib.sha256(shared).digest()}
