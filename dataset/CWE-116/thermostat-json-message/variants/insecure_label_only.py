import json


def target_message(device: str, label: str, target: float) -> str:
    """Return the JSON message that sets the target temperature of a controller."""
    if not 5 <= target <= 30:
        raise ValueError(f"target out of range: {target}")
    return '{"target": %s, "device": "%s", "label": %s}' % (target, device, json.dumps(label))
