"""Service console of a ticket machine."""

import hmac
import json
import re

MAX_WRONG_PINS = 3
COMMANDS = ("STATUS", "HELP", "AUTH", "LOGOUT", "SETPRICE", "EXPORT", "WIPE", "BATCH")
session = {"technician": False}
FOR_EVERYBODY = ("STATUS", "HELP", "AUTH", "LOGOUT")


class KioskConsole:
    """One connection to the console."""

    def __init__(self, pin: str, state: dict) -> None:
        self._pin = pin
        self._state = state
        self._wrong_pins = 0

    def handle(self, line: str) -> str:
        """Carries out the command in the line and returns the answer."""
        name, *rest = line.split(maxsplit=1) or [""]
        if name.upper() != "BATCH":
            return self._run(line)
        if not session["technician"]:
            return "ERR log in first"
        if not rest:
            return "ERR no commands"
        return "\n".join(self._run(command) for command in rest[0].split(";"))

    def _run(self, command: str) -> str:
        """Carries out one command; all but a few need a login."""
        name, *arguments = command.split() or [""]
        name = name.upper()
        if name not in FOR_EVERYBODY and not session["technician"]:
            return "ERR log in first"
        match [name, *arguments]:
            case ["STATUS"]:
                return f"OK {len(self._state['sales'])}"
            case ["HELP"]:
                return f"OK {' '.join(COMMANDS)}"
            case ["AUTH", pin]:
                return self._log_in(pin)
            case ["LOGOUT"]:
                session["technician"] = False
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
        if not hmac.compare_digest(pin.encode(errors="replace"), self._pin.encode()):
            self._wrong_pins += 1
            return "ERR wrong PIN"
        self._wrong_pins = 0
        session["technician"] = True
        return "OK"

    def _set_price(self, ticket: str, cents: str) -> str:
        if ticket not in self._state["prices"]:
            return "ERR no such ticket"
        if not re.fullmatch("[0-9]{1,5}", cents) or int(cents) == 0:
            return "ERR wrong price"
        self._state["prices"][ticket] = int(cents)
        return "OK"
