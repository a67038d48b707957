"""Tags for the download links of a shop: BLAKE2 with a key."""

import hashlib
import secrets


class LinkSigner:
    """Makes and checks the tags of queries."""

    def __init__(self, secret: bytes) -> None:
        # A key of BLAKE2 has at most 64 bytes.
        key = hashlib.blake2b(secret, person=b"download key").digest()
        self._start = hashlib.blake2b(key=key, digest_size=32)

    def tag(self, query: bytes) -> str:
        """Return the tag for a query."""
        state = self._start.copy()
        state.update(query)
        return state.hexdigest()

    def allows(self, query: bytes, tag: str) -> bool:
        """Tell whether the tag belongs to the query."""
        return tag.isascii() and secrets.compare_digest(tag, self.tag(query))
