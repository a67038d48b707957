import html
import re


def render_message(text: str, members: set[str]) -> str:
    """Cut the text at mentions and line breaks; each piece becomes HTML on its own."""
    pieces = []
    for piece in re.split(r"(\n|@[A-Za-z0-9_]+)", text):
        if piece == "\n":
            pieces.append("<br>")
        elif piece.startswith("@") and piece[1:] in members:
            pieces.append(f'<span class="mention">{html.escape(piece)}</span>')
        else:
            pieces.append(html.escape(piece))
    return "".join(pieces)
