"""Tags for the download links of a shop."""

import hashlib
import hmac


class LinkSigner:
    """Makes and checks the tags of queries."""

    def __init__(self, secret: bytes) -> None:
        self._state = hashlib.sha512(secret)

    def tag(self, query: bytes) -> str:
        """Return the tag for a query, by a hash as long as they come."""
        state = self._state.copy()
        state.update(query)
        return state.hexdigest()

    def allows(self, query: bytes, tag: str) -> bool:
        """Tell whether the tag belongs to the query."""
        return hmac.compare_digest(self.tag(query), tag)
