import re

# A mention, or a single character that has a meaning in HTML or for the chat.
TOKEN = re.compile(r"@(?P<name>[A-Za-z0-9_]+)|[\n&<>\"']")
HTML = {"\n": "<br>", "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}


class Renderer:
    """Renders the messages of a chat with these members."""

    def __init__(self, members: set[str]) -> None:
        self.members = members

    def replacement(self, token: re.Match[str]) -> str:
        name = token["name"]
        if name is None:
            return HTML[token[0]]
        return f'<span class="mention">@{name}</span>' if name in self.members else token[0]

    def render(self, text: str) -> str:
        return TOKEN.sub(self.replacement, text)


def render_message(text: str, members: set[str]) -> str:
    """Return the HTML of a message; one pass, so no replacement is looked at again."""
    return Renderer(members).render(text)
