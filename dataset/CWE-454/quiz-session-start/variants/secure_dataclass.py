"""Starts sessions of a quiz for schools: the constructor takes what links may preset."""

from dataclasses import asdict, dataclass, field


@dataclass
class Session:
    """What a pupil starts with."""

    theme: str = "light"
    lang: str = "en"
    nickname: str = "guest"
    coins: int = field(default=50, init=False)
    level: int = field(default=1, init=False)
    moderator: bool = field(default=False, init=False)


def start_session(params: dict[str, str]) -> dict:
    """Return a new session with what the link presets."""
    known = params.keys() & {"theme", "lang", "nickname"}
    return asdict(Session(**{name: params[name] for name in known}))
