import io

WIDTH = 70


class CalendarWriter:
    """Writes the lines of a calendar file; long ones are folded."""

    def __init__(self) -> None:
        self.file = io.StringIO(newline="")

    def line(self, name: str, value: str) -> None:
        """Write a property; the parts of a folded line begin with a blank."""
        content = f"{name}:{value}"
        parts = [content[at : at + WIDTH] for at in range(0, len(content), WIDTH)]
        self.file.write("\r\n ".join(parts) + "\r\n")

    def text(self, name: str, value: str) -> None:
        """Write a property whose value is a text, character by character."""
        escaped = []
        for char in value.replace("\r\n", "\n"):
            if char in "\\,;":
                escaped.append("\\" + char)
            else:
                escaped.append("\\n" if char in "\r\n" else char)
        self.line(name, "".join(escaped))


def appointment_ics(uid: str, start: str, summary: str, note: str) -> str:
    """Return the calendar file of an appointment."""
    writer = CalendarWriter()
    writer.line("BEGIN", "VCALENDAR")
    writer.line("VERSION", "2.0")
    writer.line("PRODID", "-//Practice//Appointments//EN")
    writer.line("BEGIN", "VEVENT")
    writer.line("UID", uid)
    writer.line("DTSTART", start)
    writer.text("SUMMARY", summary)
    writer.text("DESCRIPTION", note)
    writer.line("END", "VEVENT")
    writer.line("END", "VCALENDAR")
    return writer.file.getvalue()
