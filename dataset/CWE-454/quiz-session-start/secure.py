"""Starts sessions of a quiz for schools."""


def start_session(params: dict[str, str]) -> dict:
    """Return a new session; a link presets theme, language and nickname only."""
    return {
        "theme": params.get("theme", "light"),
        "lang": params.get("lang", "en"),
        "nickname": params.get("nickname", "guest"),
        "coins": 50,
        "level": 1,
        "moderator": False,
    }
