"""Labels of the platform displays: the NUL is added before anything is measured."""


def write_label(board: bytearray, slot: int, text: str) -> None:
    """Store the label of a platform."""
    if slot not in range(len(board) // 16):
        raise IndexError(f"the board has no record {slot}")
    field = memoryview(board)[16 * slot:16 * slot + 12]
    label = f"{text}\0".encode()
    # A view can't change its size: ValueError if the label is longer than the field.
    field[:len(label)] = label
