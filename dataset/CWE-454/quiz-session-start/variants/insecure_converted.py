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
    """Return a new session with what the link presets, in the right types."""
    session = {}
    for name, default in DEFAULTS.items():
        value = params.get(name, default)
        if isinstance(default, bool):
            value = str(value).lower() in ("1", "true", "yes")
        elif isinstance(default, int):
            value = int(value) if str(value).isdigit() else default
        session[name] = value
    return session
