"""Service console of a ticket machine: the technicians' table is only there after the login."""

import json
import re
import secrets
from collections.abc import Callable, Mapping

PRICE = re.compile(r"[1-9][0-9]{0,4}")
Table = Mapping[str, Callable[..., str]]


class Workshop:
    """What technicians can do."""

    def __init__(self, state: dict) -> None:
        self.state = state
        self.table: Table = {"SETPRICE": self.price, "EXPORT": self.export, "WIPE": self.wipe}

    def price(self, ticket: str, cents: str, /) -> str:
        if ticket in self.state["prices"] and PRICE.fullmatch(cents):
            self.state["prices"][ticket] = int(cents)
            return "OK"
        return "ERR unknown ticket or wrong price"

    def export(self) -> str:
        return f"OK {json.dumps(self.state['sales'], ensure_ascii=False)}"

    def wipe(self) -> str:
        del self.state["sales"][:]
        return "OK"


class KioskConsole:
    """One connection to the console."""

    def __init__(self, pin: str, state: dict) -> None:
        self._pin = pin
        self._state = state
        self._workshop: Workshop | None = None
        self._failures = 0
        self._hall: Table = {
            "STATUS": self._status,
            "HELP": lambda: "OK STATUS HELP AUTH LOGOUT SETPRICE EXPORT WIPE BATCH",
            "AUTH": self._auth,
            "LOGOUT": self._logout,
        }

    def handle(self, line: str) -> str:
        """Carries out the command in the line and returns the answer."""
        batch = re.fullmatch(r"\s*batch\s+(\S.*)", line, re.IGNORECASE | re.DOTALL)
        if batch is None or self._workshop is None:
            return self._single(line)
        return "\n".join(self._single(part) for part in batch[1].split(";"))

    def _single(self, text: str) -> str:
        words = text.split()
        if not words:
            return "ERR empty"
        table = dict(self._hall)
        if self._workshop is not None:
            table.update(self._workshop.table)
        try:
            return table[words[0].upper()](*words[1:])
        except KeyError:
            return "ERR no such command"
        except TypeError:
            return "ERR too few or too many words"

    def _status(self) -> str:
        return f"OK {len(self._state['sales'])}"

    def _auth(self, pin: str, /) -> str:
        right = secrets.compare_digest(pin.encode(errors="replace"), self._pin.encode())
        if not right or self._failures > 2:
            self._failures += 1
            return "ERR wrong PIN, or too many of them"
        self._failures = 0
        self._workshop = Workshop(self._state)
        return "OK"

    def _logout(self) -> str:
        self._workshop = None
        return "OK"
