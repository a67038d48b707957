from dataclasses import dataclass


@dataclass(frozen=True)
class Address:
    """An e-mail address of the simple form that the school uses."""

    local: str
    domain: str

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Split a text at its only at sign; ValueError if it isn't a simple address."""
        if text.count("@") != 1:
            raise ValueError("an address has one at sign")
        local, domain = text.split("@")
        letters = local.translate({ord(mark): "x" for mark in "._+-"})
        if not text.isascii() or not letters.isalnum():
            raise ValueError("unexpected character before the at sign")
        return cls(local, domain.lower())


def role_for(email: str, staff_domain: str, student_domain: str) -> str:
    """Return the role of a new account, by the domain of its e-mail address."""
    match Address.parse(email).domain:
        case domain if domain == staff_domain:
            return "staff"
        case domain if domain == student_domain:
            return "student"
        case domain:
            raise ValueError(f"unknown domain {domain!r}")
