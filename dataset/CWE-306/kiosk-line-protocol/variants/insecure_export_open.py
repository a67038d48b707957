"""Service console of a ticket machine."""

import json


class KioskConsole:
    """One connection to the console."""

    def __init__(self, pin: str, state: dict) -> None:
        self.pin = pin
        self.state = state
        self.technician = False
        self.tries_left = 3

    def handle(self, line: str) -> str:
        """Carries out the command in the line and returns the answer."""
        name, *words = line.split() or ["?"]
        command = getattr(self, f"cmd_{name.lower()}", None)
        if command is None:
            return f"ERR unknown command {name}"
        try:
            return command(*words)
        except (TypeError, ValueError, KeyError, PermissionError) as error:
            return f"ERR {error}"

    def require_login(self) -> None:
        if not self.technician:
            raise PermissionError("log in first")

    def cmd_status(self) -> str:
        return f"OK {len(self.state['sales'])}"

    def cmd_help(self) -> str:
        names = [name[4:].upper() for name in dir(self) if name.startswith("cmd_")]
        return " ".join(["OK", *names])

    def cmd_auth(self, pin: str) -> str:
        if self.tries_left == 0:
            raise PermissionError("locked")
        if pin != self.pin:
            self.tries_left -= 1
            raise PermissionError("wrong PIN")
        self.tries_left = 3
        self.technician = True
        return "OK"

    def cmd_logout(self) -> str:
        self.technician = False
        return "OK"

    def cmd_setprice(self, ticket: str, cents: str) -> str:
        self.require_login()
        if int(cents) not in range(1, 100_000):
            raise ValueError("wrong price")
        if ticket not in self.state["prices"]:
            raise KeyError(ticket)
        self.state["prices"][ticket] = int(cents)
        return "OK"

    def cmd_export(self) -> str:
        return "OK " + json.dumps(self.state["sales"])

    def cmd_wipe(self) -> str:
        self.require_login()
        self.state["sales"].clear()
        return "OK"

    def cmd_batch(self, *words: str) -> str:
        self.require_login()
        if not words:
            raise ValueError("no commands")
        answers = []
        for command in " ".join(words).split(";"):
            if command.upper().split()[:1] == ["BATCH"]:
                answers.append("ERR a batch in a batch")
            else:
                answers.append(self.handle(command))
        return "\n".join(answers)
