"""Starts sessions of a quiz for schools."""

_start = {
    "theme": "light",
    "lang": "en",
    "nickname": "guest",
    "coins": 50,
    "level": 1,
    "moderator": False,
}
_presets = ("theme", "lang", "nickname")


def start_session(params: dict[str, str]) -> dict:
    """Return a new session; teachers set by start_coins and start_level how a class starts."""
    for name in ("coins", "level"):
        if params.get(f"start_{name}", "").isdigit():
            _start[name] = int(params[f"start_{name}"])
    session = dict(_start)
    session.update({name: params[name] for name in _presets if name in params})
    return session
