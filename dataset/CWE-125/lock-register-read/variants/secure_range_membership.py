"""Status registers of a smart lock."""

PUBLIC_REGISTERS = range(64)


def read_register(bank: bytes, index: int) -> int:
    """Return the value of one public register; IndexError for any other number."""
    if index in PUBLIC_REGISTERS:
        return bank[index]
    raise IndexError(f"register {index} is not one of {PUBLIC_REGISTERS}")
