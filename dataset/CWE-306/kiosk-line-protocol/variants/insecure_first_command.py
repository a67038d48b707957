"""Service console of a ticket machine."""

import json
from collections.abc import Callable

OPEN = {"STATUS", "HELP", "AUTH", "LOGOUT"}


class KioskConsole:
    """One connection to the console."""

    def __init__(self, pin: str, state: dict) -> None:
        self.pin = pin
        self.state = state
        self.logged_in = False
        self.wrong_pins = 0
        self.commands: dict[str, Callable[..., str]] = {
            "STATUS": lambda: f"OK {len(self.state['sales'])}",
            "HELP": lambda: "OK BATCH " + " ".join(self.commands),
            "AUTH": self.log_in,
            "LOGOUT": self.log_out,
            "SETPRICE": self.set_price,
            "EXPORT": lambda: "OK " + json.dumps(self.state["sales"]),
            "WIPE": self.wipe,
        }

    def handle(self, line: str) -> str:
        """Carries out the command in the line and returns the answer."""
        is_batch = line.split()[:1] in (["BATCH"], ["batch"])
        commands = line.strip()[5:].split(";") if is_batch else [line]
        name = commands[0].split()[0].upper() if commands[0].strip() else ""
        if name not in OPEN and not self.logged_in:
            return "ERR unknown command or not logged in"
        return "\n".join(self.run(command) for command in commands)

    def run(self, command: str) -> str:
        name, *arguments = command.split() or [""]
        try:
            return self.commands[name.upper()](*arguments)
        except (KeyError, TypeError, ValueError):
            return "ERR wrong command"

    def log_in(self, pin: str) -> str:
        if self.wrong_pins < 3 and pin == self.pin:
            self.wrong_pins = 0
            self.logged_in = True
            return "OK"
        self.wrong_pins += 1
        return "ERR wrong PIN"

    def log_out(self) -> str:
        self.logged_in = False
        return "OK"

    def set_price(self, ticket: str, cents: str) -> str:
        price = int(cents)
        if ticket not in self.state["prices"] or not 0 < price < 100_000:
            return "ERR wrong ticket or price"
        self.state["prices"][ticket] = price
        return "OK"

    def wipe(self) -> str:
        self.state["sales"][:] = []
        return "OK"
