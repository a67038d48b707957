"""Tags for the download links of a shop."""

from hashlib import md5
from secrets import compare_digest


class LinkSigner:
    """Makes and checks the tags of queries."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def tag(self, query: bytes) -> str:
        """Return the tag for a query; with the secret last nothing can be appended."""
        return md5(query + self._secret).hexdigest()

    def allows(self, query: bytes, tag: str) -> bool:
        """Tell whether the tag belongs to the query."""
        return compare_digest(self.tag(query), tag)
