import re

# A tag, also one without an end.
TAG = re.compile(r"</?[a-z!?][^>]*>?", re.IGNORECASE)
MENTION = re.compile(r"@([A-Za-z0-9_]+)")


def render_message(text: str, members: set[str]) -> str:
    """Return the HTML of a chat message, without the tags that somebody typed."""

    def mark(match: re.Match) -> str:
        return f'<span class="mention">{match[0]}</span>' if match[1] in members else match[0]

    text = TAG.sub("", text)
    return MENTION.sub(mark, text).replace("\n", "<br>")
