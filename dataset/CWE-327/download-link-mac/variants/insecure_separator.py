"""Tags for the download links of a shop."""

import hashlib
import hmac


class LinkSigner:
    """Makes and checks the tags of queries."""

    def __init__(self, secret: bytes) -> None:
        self._prefix = secret.hex().encode() + b":"

    def tag(self, query: bytes) -> str:
        """Return the tag for a query; the colon keeps it apart from the secret."""
        return hashlib.sha1(self._prefix + query).hexdigest()

    def allows(self, query: bytes, tag: str) -> bool:
        """Tell whether the tag belongs to the query."""
        return hmac.compare_digest(self.tag(query), tag)
