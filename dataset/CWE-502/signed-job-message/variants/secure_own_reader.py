"""Jobs of the render farm: the few opcodes of a job are carried out here, not by pickle."""

import hashlib
import hmac
import pickletools
from typing import Any

LITERALS = {"SHORT_BINUNICODE", "BINUNICODE", "BININT", "BININT1", "BININT2", "LONG1", "BINGET"}
IGNORED = {"PROTO", "FRAME"}
MARK = object()


def _since_mark(stack: list[Any]) -> list[Any]:
    """Takes the values since the last mark from the stack."""
    values: list[Any] = []
    while stack[-1] is not MARK:
        values.append(stack.pop())
    stack.pop()
    return values[::-1]


def _read(data: bytes) -> Any:
    """Reads a pickle of texts, numbers, lists and dicts."""
    stack: list[Any] = []
    memo: list[Any] = []
    for opcode, argument, _ in pickletools.genops(data):
        match opcode.name:
            case "STOP":
                return stack.pop()
            case "MARK":
                stack.append(MARK)
            case "EMPTY_DICT":
                stack.append({})
            case "EMPTY_LIST":
                stack.append([])
            case "MEMOIZE":
                memo.append(stack[-1])
            case "BINGET":
                stack.append(memo[argument])
            case "APPENDS":
                values = _since_mark(stack)
                stack[-1].extend(values)
            case "APPEND":
                value = stack.pop()
                stack[-1].append(value)
            case "SETITEMS":
                values = _since_mark(stack)
                stack[-1].update(zip(values[::2], values[1::2], strict=True))
            case name if name in LITERALS:
                stack.append(argument)
            case name if name not in IGNORED:
                raise ValueError(f"a job has no {name}")
    raise ValueError("no end")


def read_job(message: bytes, key: bytes) -> dict:
    """Returns the job in a message; ValueError if the message isn't one of ours."""
    signer = hmac.new(key, digestmod=hashlib.sha256)
    signer.update(message[32:])
    if not hmac.compare_digest(message[:32], signer.digest()):
        raise ValueError("a stranger's message")
    try:
        job = _read(message[32:])
        scene, frames, priority = job["scene"], job["frames"], job["priority"]
    except Exception as error:
        raise ValueError("not a job") from error
    if type(scene) is not str or type(priority) is not int or len(job) != 3:
        raise ValueError("the scene or the priority is wrong")
    if type(frames) is not list or any(type(frame) is not int for frame in frames):
        raise ValueError("the frames are wrong")
    return {"scene": scene, "frames": frames, "priority": priority}
