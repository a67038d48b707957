"""Service console of a ticket machine: a command needs a login unless it says otherwise."""

import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass


class CommandError(Exception):
    """A command that can't be carried out."""


@dataclass(frozen=True)
class Command:
    """What stands behind the name of a command."""

    run: Callable[[list[str]], str]
    words: int = 0
    login_needed: bool = True


class KioskConsole:
    """One connection to the console."""

    def __init__(self, pin: str, state: dict) -> None:
        self.pin = pin.encode()
        self.state = state
        self.logged_in = False
        self.tries = 3
        self.commands = {
            "STATUS": Command(lambda words: str(len(state["sales"])), login_needed=False),
            "HELP": Command(lambda words: " ".join(self.commands), login_needed=False),
            "AUTH": Command(self.log_in, words=1, login_needed=False),
            "LOGOUT": Command(self.log_out, login_needed=False),
            "SETPRICE": Command(self.set_price, words=2),
            "EXPORT": Command(lambda words: json.dumps(list(state["sales"]))),
            "WIPE": Command(self.wipe),
            "BATCH": Command(lambda words: ""),
        }

    def handle(self, line: str) -> str:
        """Carries out the command in the line and returns the answer."""
        words = line.split(None, 1)
        if len(words) == 2 and words[0].upper() == "BATCH":
            if not self.logged_in:
                return "ERR only for technicians"
            return "\n".join(map(self.handle_one, words[1].split(";")))
        return self.handle_one(line)

    def handle_one(self, line: str) -> str:
        try:
            return f"OK {self.call(line.split())}".rstrip()
        except CommandError as error:
            return f"ERR {error}"

    def call(self, words: list[str]) -> str:
        name = words.pop(0).upper() if words else ""
        if name not in self.commands or name == "BATCH":
            raise CommandError("unknown command")
        command = self.commands[name]
        if command.login_needed and not self.logged_in:
            raise CommandError("only for technicians")
        if len(words) != command.words:
            raise CommandError("wrong number of words")
        return command.run(words)

    def log_in(self, words: list[str]) -> str:
        if self.tries == 0:
            raise CommandError("locked")
        if not hmac.compare_digest(words[0].encode(errors="replace"), self.pin):
            self.tries -= 1
            raise CommandError("wrong PIN")
        self.tries = 3
        self.logged_in = True
        return ""

    def log_out(self, words: list[str]) -> str:
        self.logged_in = False
        return ""

    def set_price(self, words: list[str]) -> str:
        ticket, cents = words
        if ticket not in self.state["prices"]:
            raise CommandError("unknown ticket")
        if not cents.isdecimal() or len(cents) > 5 or int(cents) == 0:
            raise CommandError("wrong price")
        self.state["prices"][ticket] = int(cents)
        return ""

    def wipe(self, words: list[str]) -> str:
        self.state["sales"] = []
        return ""
