"""Login against the directory of a company."""

import stringprep
import unicodedata
from typing import Protocol


class Directory(Protocol):
    """A connection to the LDAP server."""

    def find(self, username: str) -> dict | None: ...

    def bind(self, dn: str, password: str) -> bool: ...


def _prepare(password: str) -> str:
    """The password as servers compare it (the mapping of SASLprep, RFC 4013)."""
    kept = "".join(char for char in password if not stringprep.in_table_b1(char))
    return unicodedata.normalize("NFKC", kept)


def login(directory: Directory, username: str, password: str | None) -> dict | None:
    """Returns name and mail of the person with this name and password, otherwise None."""
    if not password:
        return None
    try:
        entry = directory.find(username)
        if entry is None or not entry["dn"]:
            return None
        accepted = directory.bind(entry["dn"], _prepare(password))
    except OSError as error:
        raise ConnectionError("the directory can't be reached") from error
    if not accepted:
        return None
    return {"name": entry["name"], "mail": entry["mail"]}
