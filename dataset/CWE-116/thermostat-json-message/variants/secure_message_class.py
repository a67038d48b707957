import io
import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class TargetMessage:
    """A message to a heating controller."""

    device: str
    label: str
    target: float

    def __post_init__(self) -> None:
        if not 5 <= self.target <= 30:
            raise ValueError("the target is out of range")

    def to_json(self) -> str:
        """Return the message as indented JSON with sorted members."""
        text = io.StringIO()
        json.dump(asdict(self), text, indent=2, sort_keys=True)
        return text.getvalue()


def target_message(device: str, label: str, target: float) -> str:
    """Return the JSON message that sets the target temperature of a controller."""
    return TargetMessage(device, label, target).to_json()
