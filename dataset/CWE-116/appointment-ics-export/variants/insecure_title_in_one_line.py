def escape_line(text: str) -> str:
    """Escape a text of one line for a calendar file."""
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")


def escape(text: str) -> str:
    """Escape a text of several lines for a calendar file."""
    return "\\n".join(escape_line(line) for line in text.splitlines())


def appointment_ics(uid: str, start: str, summary: str, note: str) -> str:
    """Return the calendar file of an appointment."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Practice//Appointments//EN",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTART:{start}",
        f"SUMMARY:{escape_line(summary)}",
        f"DESCRIPTION:{escape(note)}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "\r\n".join(lines) + "\r\n"
