"""Login against the directory of a company: a wrapper that can't bind anonymously."""

from typing import Any


class AnonymousBindError(ValueError):
    """A bind that would prove nothing."""


class AuthenticatingDirectory:
    """A directory that is only used to check passwords."""

    def __init__(self, directory: Any) -> None:
        self._directory = directory

    def find(self, username: str) -> dict[str, str] | None:
        try:
            return self._directory.find(username)
        except OSError as error:
            raise ConnectionError(str(error)) from error

    def authenticated_bind(self, dn: str | None, password: str | None) -> bool:
        """Binds with DN and password; AnonymousBindError if one of them is missing."""
        for value in (dn, password):
            if not isinstance(value, str) or len(value) == 0:
                raise AnonymousBindError("DN and password are needed")
        try:
            return self._directory.bind(dn, password) is True
        except OSError as error:
            raise ConnectionError(str(error)) from error


def login(directory: Any, username: str, password: str | None) -> dict | None:
    """Returns name and mail of the person with this name and password, otherwise None."""
    authenticating = AuthenticatingDirectory(directory)
    entry = authenticating.find(username)
    if entry is None:
        return None
    try:
        accepted = authenticating.authenticated_bind(entry["dn"], password)
    except AnonymousBindError:
        return None
    return {key: entry[key] for key in ("name", "mail")} if accepted else None
