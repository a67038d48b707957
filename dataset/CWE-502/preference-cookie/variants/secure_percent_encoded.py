"""Preferences of visitors in cookies: one percent-encoded pair for each preference."""

import json
from urllib.parse import parse_qsl, urlencode


class PreferenceCodec:
    """Writes `theme=%22dark%22.zoom=7..`: names, and values as JSON, with two dots at the end."""

    def dumps(self, prefs: dict) -> str:
        """Returns the value of the cookie."""
        pairs = {name: json.dumps(value) for name, value in prefs.items()}
        return urlencode(pairs).replace(".", "%2E").replace("&", ".") + ".."

    def loads(self, cookie: str) -> dict:
        """Returns the preferences; a value that can't be read raises ValueError."""
        if not cookie.endswith(".."):
            raise ValueError("the cookie is not complete")
        text = cookie[:-2].replace(".", "&")
        try:
            pairs = parse_qsl(text, True, strict_parsing=True, errors="strict") if text else []
            return {name: json.loads(value) for name, value in pairs}
        except RecursionError as error:
            raise ValueError("a preference is nested too deeply") from error
