"""Tags for the download links of a shop: SHA-3 with the length of the secret in front."""

import hashlib
import hmac


class LinkSigner:
    """Makes and checks the tags of queries."""

    def __init__(self, secret: bytes) -> None:
        self._prefix = len(secret).to_bytes(2, "big") + secret

    def tag(self, query: bytes) -> str:
        """Return the tag for a query; SHA-3 gives out only a part of its state."""
        return hashlib.sha3_256(self._prefix + query).hexdigest()

    def allows(self, query: bytes, tag: str) -> bool:
        """Tell whether the tag belongs to the query."""
        return hmac.compare_digest(tag.encode(), self.tag(query).encode())
