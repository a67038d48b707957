import shlex
from pathlib import Path

TEMPLATE = """\
#!/bin/sh
# {title}
kiosk-player {arguments}
"""


def write_launcher(path: Path, title: str, args: list[str]) -> None:
    """Write the start script of a kiosk."""
    script = TEMPLATE.format(title=shlex.quote(title), arguments=shlex.join(args))
    path.write_text(script, encoding="utf-8")
