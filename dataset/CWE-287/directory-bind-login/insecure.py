"""Login against the directory of a company."""

from typing import Protocol


class Directory(Protocol):
    """A connection to the LDAP server."""

    def find(self, username: str) -> dict | None: ...

    def bind(self, dn: str, password: str | None) -> bool: ...


def login(directory: Directory, username: str, password: str | None) -> dict | None:
    """Returns name and mail of the person with this name and password, otherwise None."""
    try:
        entry = directory.find(username)
        if entry is None:
            return None
        accepted = directory.bind(entry["dn"], password)
    except OSError as error:
        raise ConnectionError("the directory can't be reached") from error
    if not accepted:
        return None
    return {"name": entry["name"], "mail": entry["mail"]}
