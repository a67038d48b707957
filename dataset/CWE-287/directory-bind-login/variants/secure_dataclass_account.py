"""Login against the directory of a company: only accounts can be logged in to."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Account:
    """An entry of the address book that has a DN, so that it isn't an outside contact."""

    dn: str
    name: str
    mail: str

    def __post_init__(self) -> None:
        if self.dn == "":
            raise ValueError("an account needs a DN")


def _find_account(directory: Any, username: str) -> Account | None:
    entry = directory.find(username)
    if entry is None or entry["dn"] == "":
        return None
    return Account(entry["dn"], entry["name"], entry["mail"])


def login(directory: Any, username: str, password: str | None) -> dict | None:
    """Returns name and mail of the person with this name and password, otherwise None."""
    try:
        account = _find_account(directory, username)
        if account and password and directory.bind(account.dn, password):
            return {"name": account.name, "mail": account.mail}
    except OSError as error:
        raise ConnectionError("no connection to the LDAP server") from error
    return None
