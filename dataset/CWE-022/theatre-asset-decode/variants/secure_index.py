import os
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes


class Assets:
    """The files below a folder, by the path that they have there."""

    def __init__(self, root: Path) -> None:
        self.files: dict[str, str] = {}
        for folder, _, names in os.walk(root):
            for name in names:
                file = os.path.join(folder, name)
                self.files[os.path.relpath(file, root)] = file

    def read(self, path: str) -> bytes:
        """Return the content of a listed file."""
        if path not in self.files:
            raise FileNotFoundError(f"not among the assets: {path!r}")
        with open(self.files[path], "rb") as file:
            return file.read()


def open_asset(root: Path, request_path: str) -> bytes:
    """Return the bytes of the file that a request asks for; FileNotFoundError if there is none."""
    encoded = re.sub(r"\?.*", "", request_path, flags=re.DOTALL)
    path = unquote_to_bytes(encoded).decode("utf-8", "replace")
    return Assets(root).read(path.removeprefix("/"))
