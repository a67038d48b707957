"""Preferences of visitors in cookies."""

import base64
import hashlib
import pickle


class PreferenceCodec:
    """Makes cookies `payload.checksum`, so that changed ones are noticed."""

    def _checksum(self, payload: str) -> str:
        return hashlib.sha256(payload.encode("ascii")).hexdigest()[:16]

    def dumps(self, prefs: dict) -> str:
        """Returns the value of the cookie."""
        payload = base64.urlsafe_b64encode(pickle.dumps(prefs)).decode("ascii")
        return f"{payload}.{self._checksum(payload)}"

    def loads(self, cookie: str) -> dict:
        """Returns the preferences; a value that can't be read raises ValueError."""
        payload, _, checksum = cookie.rpartition(".")
        try:
            if checksum != self._checksum(payload):
                raise ValueError("the cookie was changed")
            return pickle.loads(base64.urlsafe_b64decode(payload))
        except Exception as error:
            raise ValueError("the cookie can't be read") from error
