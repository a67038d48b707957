import html
import re


def render_message(text: str, members: set[str]) -> str:
    """Return the HTML of a chat message."""

    def mark(match: re.Match) -> str:
        name = match[1]
        return f'<span class="mention">@{name}</span>' if name in members else f"@{name}"

    def render_word(word: str) -> str:
        if "@" in word:
            return re.sub(r"@([A-Za-z0-9_]+)", mark, word)
        return html.escape(word)

    lines = []
    for line in text.split("\n"):
        lines.append(" ".join(render_word(word) for word in line.split(" ")))
    return "<br>".join(lines)
