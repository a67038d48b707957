import re


def json_string(text: str) -> str:
    """Return a JSON string in which all but letters, digits and blanks is written as \\uXXXX."""

    def escape(match: re.Match[str]) -> str:
        units = match[0].encode("utf-16-be", "surrogatepass").hex()
        return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))

    return '"' + re.sub(r"[^A-Za-z0-9 ]", escape, text) + '"'


def target_message(device: str, label: str, target: float) -> str:
    """Return the JSON message that sets the target temperature of a controller."""
    if not 5 <= target <= 30:
        raise ValueError("the target is out of range")
    members = {
        "device": json_string(device),
        "label": json_string(label),
        "target": repr(float(target)),
    }
    return "{" + ", ".join(f'"{name}": {value}' for name, value in members.items()) + "}"
