"""Jobs of the render farm."""

import hashlib
import hmac
import pickle

KINDS = {"scene": str, "frames": list, "priority": int}
SIGNATURE_LENGTH = hashlib.sha256().digest_size


def _verified(message: bytes, key: bytes) -> bytes:
    """Returns the signed part of a message; ValueError if it isn't signed with the key."""
    signature, data = message[:SIGNATURE_LENGTH], message[SIGNATURE_LENGTH:]
    if not hmac.compare_digest(signature, hmac.new(key, data, hashlib.sha256).digest()):
        raise ValueError("the message has a wrong signature")
    return data


def read_job(message: bytes, key: bytes) -> dict:
    """Returns the job in a message; ValueError if the message isn't one of ours.

    Only what was written by a machine with the key is unpickled.
    """
    data = _verified(message, key)
    try:
        job = pickle.loads(data)
    except Exception as error:
        raise ValueError("the message can't be read") from error
    if not isinstance(job, dict) or job.keys() != KINDS.keys():
        raise ValueError("the message holds no job")
    if not all(isinstance(job[name], kind) for name, kind in KINDS.items()):
        raise ValueError("a field of the job has a wrong type")
    if not all(isinstance(frame, int) for frame in job["frames"]):
        raise ValueError("a frame is no number")
    return job
