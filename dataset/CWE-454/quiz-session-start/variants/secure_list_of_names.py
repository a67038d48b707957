"""Starts sessions of a quiz for schools: a list says what links may preset."""

from types import MappingProxyType

START = MappingProxyType({"coins": 50, "level": 1, "moderator": False})
PRESET = MappingProxyType({"theme": "light", "lang": "en", "nickname": "guest"})


def start_session(params: dict[str, str]) -> dict:
    """Return a new session with what the link presets."""
    chosen = {name: value for name, value in params.items() if name in PRESET}
    # What every session starts with comes last.
    return {**PRESET, **chosen, **START}
