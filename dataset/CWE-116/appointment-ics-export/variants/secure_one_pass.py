import re

SPECIAL = re.compile(r"\r\n|[\r\n\\,;]")


def text_value(text: str) -> str:
    """Return a text as the value of a property, escaped in one pass."""
    return SPECIAL.sub(lambda match: "\\" + ("n" if match[0] in "\r\n" else match[0]), text)


def appointment_ics(uid: str, start: str, summary: str, note: str) -> str:
    """Return the calendar file of an appointment."""
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Practice//Appointments//EN\r\n"
        f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:{start}\r\n"
        f"SUMMARY:{text_value(summary)}\r\nDESCRIPTION:{text_value(note)}\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
