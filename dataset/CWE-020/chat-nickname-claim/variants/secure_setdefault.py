import unicodedata


def has_form(text: str) -> bool:
    """Tell whether a text has the characters and the length of a nickname."""
    return text.replace("_", "x").isalnum() and len(text) in range(3, 21)


def key_of(nickname: str) -> str:
    """Return the key of a nickname; ValueError if nobody can have it."""
    key = unicodedata.normalize("NFKC", nickname).casefold()
    if not has_form(nickname) or not has_form(key):
        raise ValueError(f"{key!r} is no nickname")
    if key in ("admin", "moderator"):
        raise ValueError("only the staff is called so")
    return key


def claim_nickname(taken: dict[str, int], nickname: str, user_id: int) -> str:
    """Store the user as owner of the key, unless it has one, and look who is the owner."""
    key = key_of(nickname)
    owner = taken.setdefault(key, user_id)
    if owner != user_id:
        raise ValueError("another user was faster")
    return key
