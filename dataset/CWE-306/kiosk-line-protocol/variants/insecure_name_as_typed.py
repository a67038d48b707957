"""Service console of a ticket machine."""

import json
import re

MAX_WRONG_PINS = 3
COMMANDS = ("STATUS", "HELP", "AUTH", "LOGOUT", "SETPRICE", "EXPORT", "WIPE", "BATCH")
LOGIN_NEEDED = ("SETPRICE", "EXPORT", "WIPE", "BATCH")


class KioskConsole:
    """One connection to the console."""

    def __init__(self, pin: str, state: dict) -> None:
        self._pin = pin
        self._state = state
        self._logged_in = False
        self._wrong_pins = 0

    def handle(self, line: str) -> str:
        """Carries out the command in the line and returns the answer."""
        for command in LOGIN_NEEDED:
            if line.strip().startswith(command) and not self._logged_in:
                return "ERR log in first"
        name, *rest = line.split(maxsplit=1) or [""]
        if name.upper() != "BATCH":
            return self._run(line)
        if not rest:
            return "ERR no commands"
        return "\n".join(self._run(command) for command in rest[0].split(";"))

    def _run(self, command: str) -> str:
        words = command.split()
        if words:
            words[0] = words[0].upper()
        match words:
            case ["STATUS"]:
                return f"OK {len(self._state['sales'])}"
            case ["HELP"]:
                return f"OK {' '.join(COMMANDS)}"
            case ["AUTH", pin]:
                return self._log_in(pin)
            case ["LOGOUT"]:
                self._logged_in = False
                return "OK"
            case ["SETPRICE", ticket, cents]:
                return self._set_price(ticket, cents)
            case ["EXPORT"]:
                return f"OK {json.dumps(self._state['sales'])}"
            case ["WIPE"]:
                self._state["sales"].clear()
                return "OK"
            case _:
                return "ERR unknown command"

    def _log_in(self, pin: str) -> str:
        if self._wrong_pins >= MAX_WRONG_PINS:
            return "ERR too many wrong PINs"
        if pin != self._pin:
            self._wrong_pins += 1
            return "ERR wrong PIN"
        self._wrong_pins = 0
        self._logged_in = True
        return "OK"

    def _set_price(self, ticket: str, cents: str) -> str:
        if ticket not in self._state["prices"]:
            return "ERR no such ticket"
        if not re.fullmatch("[0-9]{1,5}", cents) or int(cents) == 0:
            return "ERR wrong price"
        self._state["prices"][ticket] = int(cents)
        return "OK"
