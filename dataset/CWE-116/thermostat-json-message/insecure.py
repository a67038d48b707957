def target_message(device: str, label: str, target: float) -> str:
    """Return the JSON message that sets the target temperature of a controller."""
    if target < 5 or target > 30:
        raise ValueError(f"target out of range: {target}")
    return f'{{"device": "{device}", "target": {target}, "label": "{label}"}}'
