"""The tickets of a festival, read at the gate; what the header says doesn't matter."""

import base64
import hashlib
import hmac
import json


def read_ticket(token: str, key: bytes) -> dict | None:
    """Returns the content of a ticket that is signed in one of the two ways, or None."""
    signed, _, signature = token.rpartition(".")
    if signed.count(".") != 1 or not token.isascii():
        return None
    for digest in (hashlib.sha256, hashlib.sha512):
        mac = hmac.new(key, signed.encode(), digest).digest()
        expected = base64.urlsafe_b64encode(mac).rstrip(b"=").decode()
        if hmac.compare_digest(expected, signature):
            break
    else:
        return None
    payload = signed.partition(".")[2]
    try:
        content = json.loads(base64.urlsafe_b64decode(payload + "=="))
    except ValueError:
        return None
    return content if isinstance(content, dict) else None
