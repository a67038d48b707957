"""Status registers of a smart lock."""


def read_register(bank: bytes, index: int) -> int:
    """Return the value of one register."""
    try:
        return bank[index]
    except IndexError:
        raise IndexError(f"register {index} does not exist") from None
