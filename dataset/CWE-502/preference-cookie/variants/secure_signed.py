"""Preferences of visitors in cookies: pickled, and signed with a key that only the portal has."""

import base64
import hashlib
import hmac
import pickle
import secrets


class PreferenceCodec:
    """Makes cookies `payload.signature`, and unpickles only what it has signed itself."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def _signature(self, payload: str) -> str:
        return hmac.new(self._key, payload.encode("ascii"), hashlib.sha256).hexdigest()

    def dumps(self, prefs: dict) -> str:
        """Returns the value of the cookie."""
        payload = base64.urlsafe_b64encode(pickle.dumps(prefs)).decode("ascii")
        return f"{payload}.{self._signature(payload)}"

    def loads(self, cookie: str) -> dict:
        """Returns the preferences; a value that this object hasn't made raises ValueError."""
        payload, _, signature = cookie.rpartition(".")
        if not cookie.isascii() or not hmac.compare_digest(signature, self._signature(payload)):
            raise ValueError("not a cookie of this portal")
        return pickle.loads(base64.urlsafe_b64decode(payload))
