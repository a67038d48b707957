"""Starts sessions of a quiz for schools."""

DEFAULTS = {"theme": "light", "lang": "en", "nickname": "guest", "coins": 50, "level": 1}


def start_session(params: dict[str, str]) -> dict:
    """Return a new session with what the link presets."""
    session = {name: params.get(name, value) for name, value in DEFAULTS.items()}
    # Nobody becomes a moderator by a link.
    session["moderator"] = False
    return session
