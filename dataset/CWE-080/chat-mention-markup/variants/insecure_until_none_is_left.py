import re

SCRIPT_TAG = re.compile(r"</?script\b[^>]*>?", re.IGNORECASE)
MENTION = re.compile(r"@([A-Za-z0-9_]+)")


def render_message(text: str, members: set[str]) -> str:
    """Return the HTML of a chat message."""
    while SCRIPT_TAG.search(text):
        text = SCRIPT_TAG.sub("", text)

    def mark(match: re.Match) -> str:
        if match[1] in members:
            return f'<span class="mention">@{match[1]}</span>'
        return match[0]

    return MENTION.sub(mark, text).replace("\n", "<br>")
