"""Preferences of visitors in cookies."""

import base64
import hashlib
import hmac
import pickle
import secrets


class PreferenceCodec:
    """Makes cookies `signature.payload`, signed with a key of this object."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def dumps(self, prefs: dict) -> str:
        """Returns the value of the cookie."""
        data = pickle.dumps(prefs)
        payload = base64.urlsafe_b64encode(data).decode("ascii")
        return f"{self._sign(data)[:16]}.{payload}"

    def _sign(self, data: bytes) -> str:
        return hmac.new(self._key, data, hashlib.sha256).hexdigest()

    def loads(self, cookie: str) -> dict:
        """Returns the preferences; a value that can't be read raises ValueError."""
        signature, separator, payload = cookie.partition(".")
        try:
            data = base64.urlsafe_b64decode(payload)
        except ValueError as error:
            raise ValueError("the cookie can't be read") from error
        # The signature is cut, to keep the cookie short.
        if not separator or not self._sign(data).startswith(signature):
            raise ValueError("the cookie isn't one of ours")
        prefs = pickle.loads(data)
        if not isinstance(prefs, dict):
            raise ValueError("the cookie holds no preferences")
        return prefs
