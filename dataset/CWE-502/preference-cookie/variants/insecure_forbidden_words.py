"""Preferences of visitors in cookies."""

import base64
import pickle
import re

# Names of modules as they stand in a pickle: alone in a line, or as a string of this length.
FORBIDDEN = re.compile(
    rb"[ci\x02-\x0a](?:os|nt|posix|sys|subprocess|builtins|shutil|importlib|runpy)[\n\x8c\x94]"
)


class PreferenceCodec:
    """Turns preferences into the value of a cookie and back."""

    def dumps(self, prefs: dict) -> str:
        """Returns the value of the cookie."""
        return base64.urlsafe_b64encode(pickle.dumps(prefs)).decode("ascii")

    def loads(self, cookie: str) -> dict:
        """Returns the preferences; a value that can't be read raises ValueError."""
        try:
            data = base64.urlsafe_b64decode(cookie)
            if FORBIDDEN.search(data):
                raise ValueError("a forbidden module")
            return pickle.loads(data)
        except Exception as error:
            raise ValueError("the cookie can't be read") from error
