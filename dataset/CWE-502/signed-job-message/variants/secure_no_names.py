"""Jobs of the render farm: signed ones only, and even these may only hold plain data."""

import hmac
import io
import pickle


class _DataUnpickler(pickle.Unpickler):
    """Reads numbers, texts, lists and dicts, for which a pickle needs no names."""

    def find_class(self, module: str, name: str) -> object:
        raise pickle.UnpicklingError(f"a job needs no {module}.{name}")


def _is_job(job: object) -> bool:
    match job:
        case {"scene": str(), "frames": list(frames), "priority": int()} if len(job) == 3:
            return all(type(frame) is int for frame in frames)
    return False


def read_job(message: bytes, key: bytes) -> dict:
    """Returns the job in a message; ValueError if the message isn't one of ours."""
    data = message[32:]
    if len(message) < 32 or not hmac.compare_digest(message[:32], hmac.digest(key, data, "sha256")):
        raise ValueError("not signed with the key of the farm")
    try:
        job = _DataUnpickler(io.BytesIO(data)).load()
    except Exception as error:
        raise ValueError("a signed message that is no pickle") from error
    if not _is_job(job):
        raise ValueError("a signed message that is no job")
    return job
