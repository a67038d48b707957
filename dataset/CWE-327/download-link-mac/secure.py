"""Tags for the download links of a shop."""

import hmac


class LinkSigner:
    """Makes and checks the tags of queries: their HMAC with SHA-256."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def tag(self, query: bytes) -> str:
        """Return the tag for a query."""
        return hmac.new(self._secret, query, "sha256").hexdigest()

    def allows(self, query: bytes, tag: str) -> bool:
        """Tell whether the tag belongs to the query."""
        return hmac.compare_digest(self.tag(query).encode(), tag.encode())
