def escape(text: str) -> str:
    """Escape a text for a calendar file: first the backslash, which all escapes begin with."""
    text = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return text.replace("\r\n", "\\n").replace("\r", "\\n").replace("\n", "\\n")


def appointment_ics(uid: str, start: str, summary: str, note: str) -> str:
    """Return the calendar file of an appointment."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Practice//Appointments//EN",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTART:{start}",
        f"SUMMARY:{escape(summary)}",
        f"DESCRIPTION:{escape(note)}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{line}\r\n" for line in lines)
