"""Starts sessions of a quiz for schools."""

DEFAULTS = {
    "theme": "light",
    "lang": "en",
    "nickname": "guest",
    "coins": 50,
    "level": 1,
    "moderator": False,
}


def start_session(params: dict[str, str]) -> dict:
    """Return a new session with what the link presets."""
    session = dict(DEFAULTS)
    for name in session:
        if name in params:
            session[name] = params[name]
    return session
