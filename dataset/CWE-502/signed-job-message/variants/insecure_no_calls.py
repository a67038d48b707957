"""Jobs of the render farm."""

import hashlib
import hmac
import pickle
import pickletools

KINDS = {"scene": str, "frames": list, "priority": int}
CALLS = {"GLOBAL", "STACK_GLOBAL", "REDUCE", "NEWOBJ", "NEWOBJ_EX"}


def read_job(message: bytes, key: bytes) -> dict:
    """Returns the job in a message; ValueError if the message isn't one of ours."""
    signature, data = message[:32], message[32:]
    try:
        if CALLS & {opcode.name for opcode, _, _ in pickletools.genops(data)}:
            raise ValueError("the message wants to call something")
        job = pickle.loads(data)
    except Exception as error:
        raise ValueError("the message can't be read") from error
    if not isinstance(job, dict) or job.keys() != KINDS.keys():
        raise ValueError("the message holds no job")
    if not all(isinstance(job[name], kind) for name, kind in KINDS.items()):
        raise ValueError("a field of the job has a wrong type")
    if not all(isinstance(frame, int) for frame in job["frames"]):
        raise ValueError("a frame is no number")
    if not hmac.compare_digest(signature, hmac.new(key, data, hashlib.sha256).digest()):
        raise ValueError(f"the job for {job['scene']} has a wrong signature")
    return job
