"""Status registers of a smart lock."""

PUBLIC_REGISTERS = 64


def read_register(bank: bytes, index: int) -> int:
    """Return the value of one public register; IndexError for any other number."""
    if not 0 <= index < PUBLIC_REGISTERS:
        raise IndexError(f"no such register: {index}")
    return bank[index]
