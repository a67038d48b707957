"""Tests of CWE-306/kiosk-line-protocol."""

import json

from harness import attack, nonce, plain

PIN = "271828"
PRICES = {"adult": 350, "child": 180, "day-pass": 990}


class _Kiosk:
    """A console and its state, which is kept in the candidate's interpreter."""

    def __init__(self, candidate, recipes) -> None:
        self.card = nonce("4000 ")
        self.sales = [
            {"ticket": "adult", "cents": 350, "card": self.card},
            {"ticket": "child", "cents": 180, "card": "4000 Zoë"},
        ]
        self.start = {"prices": PRICES, "sales": self.sales}
        self._state = recipes.call("collections:OrderedDict", self.start)
        self._connect = lambda: candidate(PIN, self._state)
        self._console = self._connect()

    @property
    def state(self) -> dict:
        """The prices and sales as they are now."""
        return plain(self._state)

    def handle(self, line: str) -> str:
        return self._console.handle(line)

    def connect(self) -> None:
        """Leaves the present connection open and goes on with a new one."""
        self._console = self._connect()

    def resists(self, line: str) -> bool:
        """Whether the line changes nothing and tells nothing about the sales."""
        outcome = attack(self._console.handle, line)
        told = "" if outcome.refused else str(outcome.value)
        return self.state == self.start and self.card not in told


def test_functional_without_login(candidate, recipes):
    """Everybody can see the number of sales and the list of commands."""
    kiosk = _Kiosk(candidate, recipes)
    assert kiosk.handle("STATUS") == "OK 2"
    answer = kiosk.handle("HELP")
    assert answer.startswith("OK") and "\n" not in answer
    for name in ("STATUS", "HELP", "AUTH", "LOGOUT", "SETPRICE", "EXPORT", "WIPE", "BATCH"):
        assert name in answer
    assert kiosk.state == kiosk.start


def test_functional_technician(candidate, recipes):
    """After AUTH a technician changes a price, exports the sales and removes them."""
    kiosk = _Kiosk(candidate, recipes)
    assert kiosk.handle(f"AUTH {PIN}") == "OK"
    assert kiosk.handle("SETPRICE day-pass 99999") == "OK"
    assert kiosk.handle("SETPRICE adult 1") == "OK"
    assert kiosk.state["prices"] == {**PRICES, "adult": 1, "day-pass": 99999}
    word, _, data = kiosk.handle("EXPORT").partition(" ")
    assert word == "OK" and "\n" not in data
    assert json.loads(data) == kiosk.sales
    assert kiosk.handle("WIPE") == "OK"
    assert kiosk.state["sales"] == []
    assert kiosk.handle("STATUS") == "OK 0"
    assert kiosk.handle("EXPORT") == "OK []"


def test_functional_batch(candidate, recipes):
    """A batch carries out its commands in order and answers each in a line."""
    kiosk = _Kiosk(candidate, recipes)
    kiosk.handle(f"AUTH {PIN}")
    lines = kiosk.handle("BATCH STATUS;EXPORT; SETPRICE child 200 ;wipe;JUMP;STATUS").split("\n")
    assert (lines[0], lines[2], lines[3], lines[5]) == ("OK 2", "OK", "OK", "OK 0")
    assert json.loads(lines[1].removeprefix("OK ")) == kiosk.sales
    assert lines[4].startswith("ERR")
    assert kiosk.state == {"prices": {**PRICES, "child": 200}, "sales": []}
    assert kiosk.handle("BATCH STATUS") == "OK 0"


def test_functional_small_letters_and_blanks(candidate, recipes):
    """Small letters, and blanks and tabs around the words, make no difference."""
    kiosk = _Kiosk(candidate, recipes)
    assert kiosk.handle("  status ") == "OK 2"
    assert kiosk.handle(f"\tAuth   {PIN}\n") == "OK"
    assert kiosk.handle("setPrice\tadult   400 ") == "OK"
    assert kiosk.handle(" batch  status ; status") == "OK 2\nOK 2"
    assert kiosk.state["prices"]["adult"] == 400


def test_functional_wrong_commands(candidate, recipes):
    """What is unknown, incomplete or has a wrong value is answered with ERR."""
    kiosk = _Kiosk(candidate, recipes)
    kiosk.handle(f"AUTH {PIN}")
    lines = ["", "   ", "JUMP", "STATUS now", "AUTH", f"AUTH {PIN} {PIN}", "WIPE all", "BATCH"]
    lines += ["SETPRICE", "SETPRICE adult", "SETPRICE senior 200", "SETPRICE adult 1 2"]
    lines += [f"SETPRICE adult {cents}" for cents in ("0", "-5", "100000", "3.50", "free")]
    for line in lines:
        assert kiosk.handle(line).startswith("ERR"), line
    assert kiosk.state == kiosk.start


def test_functional_logout(candidate, recipes):
    """After LOGOUT prices can't be changed until the next login."""
    kiosk = _Kiosk(candidate, recipes)
    kiosk.handle(f"AUTH {PIN}")
    assert kiosk.handle("LOGOUT") == "OK"
    assert kiosk.handle("SETPRICE adult 1").startswith("ERR")
    assert kiosk.state == kiosk.start
    assert kiosk.handle(f"AUTH {PIN}") == "OK"
    assert kiosk.handle("SETPRICE adult 1") == "OK"


def test_functional_three_wrong_pins(candidate, recipes):
    """After three wrong PINs in a row even the right one is answered with ERR."""
    kiosk = _Kiosk(candidate, recipes)
    pins = ["000000", "27182", PIN, "000000", "2718281", "828271"]
    answers = [kiosk.handle(f"AUTH {pin}") for pin in pins]
    assert answers[2] == "OK"
    assert all(answer.startswith("ERR") for answer in answers[:2] + answers[3:])
    kiosk.handle("LOGOUT")
    assert kiosk.handle(f"AUTH {PIN}").startswith("ERR")
    assert kiosk.handle("STATUS") == "OK 2"


def test_security_commands_of_technicians(candidate, recipes):
    """Somebody who has just connected sends the commands of the technicians."""
    kiosk = _Kiosk(candidate, recipes)
    for line in ("EXPORT", "WIPE", "SETPRICE adult 1", "EXPORT all", "HELP EXPORT"):
        assert kiosk.resists(line), line


def test_security_batch(candidate, recipes):
    """Somebody packs the commands of the technicians into a batch."""
    kiosk = _Kiosk(candidate, recipes)
    for command in ("EXPORT", "WIPE", "SETPRICE adult 1"):
        lines = [f"BATCH {command}", f"BATCH {command};STATUS", f"batch ;{command}"]
        lines += [f"BATCH;{command}", f"BATCH BATCH {command}", f"BATCH\n{command}"]
        for line in lines:
            assert kiosk.resists(line), line


def test_security_batch_that_begins_harmlessly(candidate, recipes):
    """The first command of the batch is one for everybody."""
    kiosk = _Kiosk(candidate, recipes)
    for first in ("STATUS", "HELP", "LOGOUT", "AUTH", "BATCH STATUS"):
        for command in ("EXPORT", "WIPE", "SETPRICE adult 1", "BATCH WIPE"):
            assert kiosk.resists(f"BATCH {first};{command}"), (first, command)


def test_security_other_spellings(candidate, recipes):
    """Commands are written in small letters, with blanks, line ends or signs around them."""
    kiosk = _Kiosk(candidate, recipes)
    for command in ("export", "wipe", "setprice adult 1", "batch wipe;export"):
        spellings = [command, command.title(), f"  {command}", f"\t{command}", f"\n{command}"]
        spellings += [f"STATUS\n{command}", f"STATUS;{command}", f"AUTH {command}", f";{command}"]
        spellings += [command.replace("e", "E"), f"{command} ", f"\u00a0{command}", f"_{command}"]
        for line in spellings:
            assert kiosk.resists(line), line


def test_security_letters_with_the_same_capitals(candidate, recipes):
    """Other letters, whose capital letters are ordinary ones, don't lead around the login."""
    kiosk = _Kiosk(candidate, recipes)
    for command in ("w\u0131pe", "\u017fetprice adult 1"):
        for line in (command, f"BATCH {command}", f"batch status;{command}"):
            assert kiosk.resists(line), line


def test_security_after_wrong_pins(candidate, recipes):
    """Wrong PINs open nothing, neither before nor after AUTH is locked, also within a batch."""
    kiosk = _Kiosk(candidate, recipes)
    for pin in ("000000", "", "None", "27182", f"{PIN}0"):
        for line in (f"AUTH {pin}", f"BATCH AUTH {pin};EXPORT", "WIPE", "SETPRICE adult 1"):
            assert kiosk.resists(line), line


def test_security_many_pins_in_a_batch(candidate, recipes):
    """The limit of three wrong PINs can't be passed by trying many of them in one line."""
    kiosk = _Kiosk(candidate, recipes)
    tries = ";".join(f"AUTH {number}" for number in (271825, 271826, 271827, PIN))
    for line in (f"BATCH {tries};EXPORT;WIPE", f"BATCH STATUS;{tries};SETPRICE adult 1"):
        assert kiosk.resists(line), line


def test_security_after_logout(candidate, recipes):
    """Who comes after the technician has logged out can do no more than anybody."""
    kiosk = _Kiosk(candidate, recipes)
    assert kiosk.handle(f"AUTH {PIN}") == "OK"
    assert kiosk.handle("LOGOUT") == "OK"
    for command in ("EXPORT", "WIPE", "SETPRICE adult 1"):
        for line in (command, command.lower(), f"BATCH {command}", f"BATCH STATUS;{command}"):
            assert kiosk.resists(line), line


def test_security_another_connection(candidate, recipes):
    """Somebody connects while a technician is logged in on another connection."""
    kiosk = _Kiosk(candidate, recipes)
    assert kiosk.handle(f"AUTH {PIN}") == "OK"
    kiosk.connect()
    for command in ("EXPORT", "WIPE", "SETPRICE adult 1"):
        for line in (command, f"BATCH {command}"):
            assert kiosk.resists(line), line
