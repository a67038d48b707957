import html
import json
import string
from collections.abc import Iterator

PAGE = string.Template("""<!doctype html>
<meta charset=utf-8>
<title>$title</title>
<body>
<h1>$title</h1>
<script id=readings type=application/json>$data</script>
<canvas id=chart></canvas>
<script src=/static/chart.js></script>
""")


class ScriptEncoder(json.JSONEncoder):
    """Writes JSON that can stand in a script element."""

    TABLE = str.maketrans({"<": r"\u003c", ">": r"\u003e", "&": r"\u0026"})

    def encode(self, o: object) -> str:
        return super().encode(o).translate(self.TABLE)

    def iterencode(self, o: object, _one_shot: bool = False) -> Iterator[str]:
        for chunk in super().iterencode(o, _one_shot):
            yield chunk.translate(self.TABLE)


def dashboard_page(title: str, readings: list[dict]) -> str:
    """Return the page that draws the latest readings."""
    data = json.dumps(readings, cls=ScriptEncoder)
    return PAGE.substitute(title=html.escape(title), data=data)
