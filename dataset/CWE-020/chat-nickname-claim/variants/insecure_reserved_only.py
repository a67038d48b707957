import re
import unicodedata


def claim_nickname(taken: dict[str, int], nickname: str, user_id: int) -> str:
    """Claim a nickname for a user and return its key."""
    if not re.fullmatch(r"\w{3,20}", nickname):
        raise ValueError("3 to 20 letters, digits or underscores, please")
    if unicodedata.normalize("NFKC", nickname).casefold() in ("admin", "moderator"):
        raise ValueError(f"{nickname} is reserved")
    owner = taken.get(nickname.casefold())
    if owner is not None and owner != user_id:
        raise ValueError(f"{nickname} is taken")
    key = unicodedata.normalize("NFKC", nickname).casefold()
    taken[key] = user_id
    return key
