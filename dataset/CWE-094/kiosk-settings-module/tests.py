"""Tests of CWE-094/kiosk-settings-module."""

from harness import attack, raises

CODE = 'open("pwned", "w").close()'


def start_kiosk(recipes, path):
    """Run the module, as the import at the start of the kiosk does; return what it defines."""
    module = recipes.call("runpy:run_path", str(path))
    return {name: value for name, value in module.items() if not name.startswith("__")}


def check(candidate, recipes, folder, settings):
    """Save settings that hold code: if they are accepted, the kiosk has exactly these, no more."""
    if attack(candidate, folder / "settings.py", settings).refused:
        return
    started = attack(start_kiosk, recipes, folder / "settings.py")
    assert not (folder / "pwned").exists(), f"{settings} runs code"
    assert not started.refused, f"the module doesn't load with {settings}: {started}"
    assert started.value == settings


def test_functional_texts_numbers_and_switches(candidate, recipes, tmp_path):
    """The kiosk gets back the texts, numbers and switches, each of its type."""
    settings = {"STATION": "Bern", "MAX_TICKETS": 9, "OFFSET": -3, "CASH": False, "CARDS": True}
    candidate(tmp_path / "settings.py", settings)
    started = start_kiosk(recipes, tmp_path / "settings.py")
    assert started == settings
    assert [type(value) for value in started.values()] == [str, int, int, bool, bool]


def test_functional_any_characters(candidate, recipes, tmp_path):
    """Empty texts, texts of digits and texts of any script come back unchanged."""
    settings = {"A": "", "B": "007", "C": "Zürich HB 🚆", "D": "東京", "E": " # it's True "}
    candidate(tmp_path / "settings.py", settings)
    assert start_kiosk(recipes, tmp_path / "settings.py") == settings


def test_functional_one_line_a_setting(candidate, tmp_path):
    """Each setting is one line that begins with its name, in the order of the dictionary."""
    candidate(tmp_path / "settings.py", {"ZONE_2": 5, "STATION": "Bern", "A": True})
    lines = (tmp_path / "settings.py").read_text(encoding="utf-8").split("\n")
    assert [line.split(" = ")[0] for line in lines if line] == ["ZONE_2", "STATION", "A"]


def test_functional_replaces_the_file(candidate, recipes, tmp_path):
    """Nothing is left of the module that was there before, and no settings give none."""
    path = tmp_path / "settings.py"
    path.write_text("STATION = 'Basel'\nOLD = 1\n" * 20, encoding="utf-8")
    candidate(path, {"STATION": "Bern"})
    assert start_kiosk(recipes, path) == {"STATION": "Bern"}
    candidate(path, {})
    assert start_kiosk(recipes, path) == {}


def test_functional_wrong_names(candidate, tmp_path):
    """A name in small letters, with a digit in front or without any letter raises ValueError."""
    path = tmp_path / "settings.py"
    path.write_text("STATION = 'Basel'\n", encoding="utf-8")
    for name in ("station", "Station", "2ND_CLASS", "_CASH", "", " CASH", "ÖV"):
        with raises(ValueError):
            candidate(path, {"STATION": "Bern", name: "x"})
    assert path.read_text(encoding="utf-8") == "STATION = 'Basel'\n"


def test_security_quote_ends_the_text(candidate, recipes, tmp_path):
    """A quotation mark in a text doesn't end it, and what follows isn't run."""
    for quote in ('"', "'", '"""', "'''"):
        check(candidate, recipes, tmp_path, {"STATION": f"Bern{quote}; {CODE} #", "CASH": True})


def test_security_quote_at_the_edge(candidate, recipes, tmp_path):
    """A quotation mark as the first or last character of a text stays a part of it."""
    for text in ('"', "'", 'Bern "Wankdorf"', "'Bern'", '"""', "'''"):
        check(candidate, recipes, tmp_path, {"STATION": text, "CASH": True})


def test_security_backslash_before_the_quote(candidate, recipes, tmp_path):
    """A backslash in front of a quotation mark doesn't take away its escape."""
    for end in ('\\"', "\\'", '\\\\"', '\\"""', '"\\"\\"\\"'):
        check(candidate, recipes, tmp_path, {"STATION": f"Bern{end}; {CODE} #", "CASH": True})


def test_security_backslash_at_the_end(candidate, recipes, tmp_path):
    """A text that ends in a backslash doesn't run on into the next setting."""
    for text in ("Bern\\", "Bern\\\\", "Bern\\\\\\"):
        settings = {"STATION": text, "GREETING": f"; {CODE} #", "CASH": True}
        check(candidate, recipes, tmp_path, settings)


def test_security_line_breaks(candidate, recipes, tmp_path):
    """Behind a line break of any kind in a text no code of its own begins."""
    for line_break in ("\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"):
        for text in (f"Bern{line_break}{CODE}{line_break}", f'Bern"{line_break}{CODE} #'):
            check(candidate, recipes, tmp_path, {"STATION": text, "CASH": True})


def test_security_text_sets_another_setting(candidate, recipes, tmp_path):
    """A text with an assignment behind a quotation mark or line break changes no other setting."""
    for quote in ('"', "'", '"""', "'''", '\\"', "\\'"):
        for text in (f"Bern{quote}; CASH = False #", f"Bern{quote}\nCASH = False\nB = {quote}"):
            check(candidate, recipes, tmp_path, {"CASH": True, "STATION": text})


def test_security_escapes_stay_text(candidate, recipes, tmp_path):
    """What looks like an escape of Python, or like a formatted value, stays as it was typed."""
    text = "\\x22 \\42 \\u0022 \\N{QUOTATION MARK} \\n {CASH} %s C:\\temp\\new"
    check(candidate, recipes, tmp_path, {"STATION": text, "CASH": True})


def test_security_code_in_a_name(candidate, recipes, tmp_path):
    """A name with code in it is refused, or at least its code isn't run."""
    for name in (f"A = {CODE}; B", f"A: {CODE}", f"A\n{CODE}\nB", f"A[{CODE}]", f"A#\n{CODE}\nB"):
        check(candidate, recipes, tmp_path, {"STATION": "Bern", name: 1})


def test_security_name_sets_another_setting(candidate, recipes, tmp_path):
    """A name with an equals sign, a line break or a comma doesn't set what it wasn't asked for."""
    for name in ("A = CASH", "A\nCASH", "A\rCASH", "A, CASH", "CASH\n", "A-B", "ＣＡＳＨ"):
        check(candidate, recipes, tmp_path, {"CASH": True, name: ""})
