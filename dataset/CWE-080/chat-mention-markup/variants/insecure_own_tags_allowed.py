import re

# All tags but the two kinds that the chat itself uses.
OTHER_TAG = re.compile(r"<(?!/?(?:br|span)\b)/?[a-z][^>]*>", re.IGNORECASE)


def render_message(text: str, members: set[str]) -> str:
    """Return the HTML of a chat message."""
    text = text.replace("\n", "<br>")

    def mark(match: re.Match) -> str:
        name = match.group(1)
        return f'<span class="mention">@{name}</span>' if name in members else match.group()

    text = re.sub(r"@([A-Za-z0-9_]+)", mark, text)
    return OTHER_TAG.sub("", text)
