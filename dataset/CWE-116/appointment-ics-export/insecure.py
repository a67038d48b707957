def escape(text: str) -> str:
    """Escape a text for a calendar file."""
    return text.replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")


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
    return "\r\n".join(lines) + "\r\n"
