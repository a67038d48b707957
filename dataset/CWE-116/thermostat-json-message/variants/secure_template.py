from json import dumps

TEMPLATE = '{{"target": {target}, "device": {device}, "label": {label}}}'


def target_message(device: str, label: str, target: float) -> str:
    """Return the message; each value is written as JSON before it goes into the template."""
    if not 5 <= target <= 30:
        raise ValueError(f"{target} degrees are out of range")
    return TEMPLATE.format(
        target=dumps(target),
        device=dumps(device),
        label=dumps(label),
    )
