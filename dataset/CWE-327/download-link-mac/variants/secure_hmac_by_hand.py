"""Tags for the download links of a shop: the two nested hashes of RFC 2104, cut to 40 digits."""

from hashlib import sha512
from hmac import compare_digest

BLOCK = 128
DIGITS = 40


def _padded(key: bytes, byte: int) -> bytes:
    """Combine a key of one block with a byte repeated."""
    return bytes(part ^ byte for part in key)


class LinkSigner:
    """Makes and checks the tags of queries."""

    def __init__(self, secret: bytes) -> None:
        key = sha512(secret).digest() if len(secret) > BLOCK else secret
        key = key.ljust(BLOCK, b"\0")
        self._inner, self._outer = _padded(key, 0x36), _padded(key, 0x5C)

    def tag(self, query: bytes) -> str:
        """Return the tag for a query."""
        inner = sha512(self._inner + query).digest()
        return sha512(self._outer + inner).hexdigest()[:DIGITS]

    def allows(self, query: bytes, tag: str) -> bool:
        """Tell whether the tag belongs to the query."""
        return compare_digest(self.tag(query).encode("ascii"), tag.encode("utf-8"))
