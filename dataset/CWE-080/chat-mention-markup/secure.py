import re
from html import escape

MENTION = re.compile(r"@([A-Za-z0-9_]+)")


def render_message(text: str, members: set[str]) -> str:
    """Return the HTML of a chat message: everything typed is text, then come our own tags."""

    def mark(match: re.Match) -> str:
        return f'<span class="mention">{match[0]}</span>' if match[1] in members else match[0]

    # Escaping goes first; its references hold no @ and no line break.
    markup = MENTION.sub(mark, escape(text))
    return markup.replace("\n", "<br>")
