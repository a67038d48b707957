"""Tags for the download links of a shop."""

import hashlib
import hmac


class LinkSigner:
    """Makes and checks the tags of queries."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def tag(self, query: bytes) -> str:
        """Return the tag for a query; signs before and behind it show where it ends."""
        return hashlib.sha256(b"|".join((self._secret, query, b""))).hexdigest()

    def allows(self, query: bytes, tag: str) -> bool:
        """Tell whether the tag belongs to the query."""
        return hmac.compare_digest(self.tag(query), tag)
