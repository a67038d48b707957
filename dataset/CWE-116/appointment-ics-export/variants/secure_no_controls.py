from unicodedata import category

ESCAPES = str.maketrans({"\\": r"\\", ",": r"\,", ";": r"\;", "\n": r"\n"})
HEAD = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Practice//Appointments//EN"]


def escaped(text: str) -> str:
    """Return a text with escapes; ValueError for control characters that nobody types."""
    lines = text.replace("\r\n", "\n")
    if any(category(char) in ("Cc", "Zl", "Zp") and char not in "\n\t" for char in lines):
        raise ValueError("there is a control character in the text")
    return lines.translate(ESCAPES)


def appointment_ics(uid: str, start: str, summary: str, note: str) -> str:
    """Return the calendar file of an appointment."""
    event = {"UID": uid, "DTSTART": start}
    event |= {"SUMMARY": escaped(summary), "DESCRIPTION": escaped(note)}
    lines = [*HEAD, "BEGIN:VEVENT", *(f"{name}:{value}" for name, value in event.items())]
    return "\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""])
