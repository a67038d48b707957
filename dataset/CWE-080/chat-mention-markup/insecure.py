import re


def render_message(text: str, members: set[str]) -> str:
    """Return the HTML of a chat message."""
    text = re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL | re.IGNORECASE)

    def mark(match: re.Match) -> str:
        if match[1] in members:
            return f'<span class="mention">@{match[1]}</span>'
        return match[0]

    text = re.sub(r"@([A-Za-z0-9_]+)", mark, text)
    return text.replace("\n", "<br>")
