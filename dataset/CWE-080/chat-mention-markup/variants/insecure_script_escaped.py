import re


def render_message(text: str, members: set[str]) -> str:
    """Return the HTML of a chat message."""
    text = text.replace("<script", "&lt;script").replace("</script", "&lt;/script")
    parts = re.split(r"@([A-Za-z0-9_]+)", text)
    result = parts[0]
    for name, rest in zip(parts[1::2], parts[2::2], strict=True):
        result += f'<span class="mention">@{name}</span>' if name in members else f"@{name}"
        result += rest
    return "<br>".join(result.split("\n"))
