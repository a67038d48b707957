import re
import unicodedata


def claim_nickname(taken: dict[str, int], nickname: str, user_id: int) -> str:
    """Claim a nickname for a user and return its key."""
    nickname = unicodedata.normalize("NFKC", nickname)
    name = nickname.lower()
    if not re.fullmatch(r"\w{3,20}", name):
        raise ValueError("3 to 20 letters, digits or underscores, please")
    if name in ("admin", "moderator"):
        raise ValueError(f"{nickname} is reserved")
    if taken.get(name, user_id) != user_id:
        raise ValueError(f"{nickname} is taken")
    taken[nickname.casefold()] = user_id
    return nickname.casefold()
