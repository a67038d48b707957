import re


def quoted(text: str) -> str:
    """Return a text as a JSON string."""
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


def target_message(device: str, label: str, target: float) -> str:
    """Return the JSON message that sets the target temperature of a controller."""
    if not 5 <= target <= 30:
        raise ValueError(f"target out of range: {target}")
    return f'{{"device": {quoted(device)}, "label": {quoted(label)}, "target": {target}}}'
