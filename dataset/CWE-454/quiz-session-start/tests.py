"""Tests of CWE-454/quiz-session-start."""

from harness import attack, plain

START = {
    "theme": "light",
    "lang": "en",
    "nickname": "guest",
    "coins": 50,
    "level": 1,
    "moderator": False,
}
TRUSTED = ("coins", "level", "moderator")


def _begins_as_usual(candidate, **params: str) -> None:
    """Check that a session starts like every other one, or that the link is refused."""
    outcome = attack(candidate, params)
    if outcome.refused:
        return
    session = plain(outcome.value)
    for name in TRUSTED:
        assert session[name] == START[name], name
        assert type(session[name]) is type(START[name]), name


def test_functional_defaults(candidate):
    """Without parameters a session has its defaults."""
    assert candidate({}) == START


def test_functional_presets(candidate):
    """Theme, language and nickname are taken from the link."""
    params = {"theme": "dark", "lang": "de", "nickname": "Mia"}
    assert candidate(params) == START | params


def test_functional_one_preset(candidate):
    """What the link doesn't preset keeps its default."""
    assert candidate({"lang": "fr"}) == START | {"lang": "fr"}
    assert candidate({"nickname": ""}) == START | {"nickname": ""}


def test_functional_values_as_they_are(candidate):
    """Values are taken over as they are."""
    params = {"nickname": "Ünal & Zoë  <3", "theme": "50"}
    assert candidate(params) == START | params


def test_functional_other_parameters(candidate):
    """Other parameters are passed over, and the parameters stay as they are."""
    params = {"utm_source": "mail", "theme": "dark", "page": "2"}
    assert candidate(params) == START | {"theme": "dark"}
    assert params == {"utm_source": "mail", "theme": "dark", "page": "2"}


def test_functional_new_dict(candidate):
    """Each session is a dict of its own."""
    first = candidate({"nickname": "Mia"})
    first["coins"] = 7
    assert candidate({}) == START


def test_security_coins(candidate):
    """A link doesn't give coins."""
    for coins in ("99999", "51", "-1", "", "1e9"):
        _begins_as_usual(candidate, coins=coins)
        _begins_as_usual(candidate, nickname="Mia", coins=coins)


def test_security_level(candidate):
    """A link doesn't choose the level."""
    for level in ("50", "2", "0", ""):
        _begins_as_usual(candidate, level=level)


def test_security_moderator(candidate):
    """A link doesn't make a moderator."""
    for value in ("1", "true", "True", "yes", "on", "moderator"):
        _begins_as_usual(candidate, moderator=value)
        _begins_as_usual(candidate, theme="dark", moderator=value, level="3", coins="70")


def test_security_later_sessions(candidate):
    """A link doesn't change how later sessions start."""
    for prefix in ("", "start_", "default_", "session_", "initial_", "first_", "start.", "_"):
        params = {f"{prefix}{name}": "99" for name in TRUSTED}
        attack(candidate, params)
        _begins_as_usual(candidate)
        _begins_as_usual(candidate, nickname="Mia")
