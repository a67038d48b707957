"""Login against the directory of a company."""

from typing import Any


def login(directory: Any, username: str, password: str | None) -> dict | None:
    """Returns name and mail of the person with this name and password, otherwise None."""
    if not username or not password:
        return None
    try:
        entry = directory.find(username.strip())
        if not entry or not entry["dn"]:
            return None
        accepted = directory.bind(entry["dn"], password.strip())
    except OSError as error:
        raise ConnectionError("the directory can't be reached") from error
    return {"name": entry["name"], "mail": entry["mail"]} if accepted else None
