def escape(text: str) -> str:
    """Return a text for a JSON string."""
    return text.replace('"', '\\"').replace("\n", "\\n")


def target_message(device: str, label: str, target: float) -> str:
    """Return the JSON message that sets the target temperature of a controller."""
    if not 5 <= target <= 30:
        raise ValueError(f"target out of range: {target}")
    return f'{{"device": "{escape(device)}", "label": "{escape(label)}", "target": {target}}}'
