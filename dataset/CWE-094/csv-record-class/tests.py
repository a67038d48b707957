"""Tests of CWE-094/csv-record-class."""

from harness import attack, raises

CODE = "open('pwned','w').close()"


def check(candidate, recipes, folder, title, columns):
    """Make a class of names that hold code, and a row if it can be made; no code is run."""
    made = attack(candidate, title, columns)
    assert not (folder / "pwned").exists(), f"making the class {title!r} {columns} runs code"
    if made.refused:
        return
    for count in range(4):
        row = attack(made.value, *range(count))
        assert not (folder / "pwned").exists(), f"making a row of {title!r} {columns} runs code"
        if not row.refused:
            attack(recipes.call, "builtins:repr", row.value)
            assert not (folder / "pwned").exists(), f"repr of {title!r} {columns} runs code"


def test_functional_values_are_attributes(candidate):
    """The values are attributes with the names of the columns, in their order."""
    row = candidate("Rain", ["station", "type", "mm"])("Bern", None, 4.5)
    assert (row.station, row.type, row.mm) == ("Bern", None, 4.5)
    assert candidate("Wind", ["kmh"])(30).kmh == 30


def test_functional_title_is_the_name(candidate):
    """The class is called like the table, and rows are its instances."""
    cls = candidate("Rain_2026", ["station", "mm"])
    assert cls.__name__ == "Rain_2026"
    assert isinstance(cls("Bern", 4.5), cls)


def test_functional_repr(candidate, recipes):
    """The repr of a row has the title, the columns and the repr of each value."""
    row = candidate("Rain", ["station", "mm"])("Bern", 4.5)
    assert recipes.call("builtins:repr", row) == "Rain(station='Bern', mm=4.5)"
    row = candidate("Größe", ["höhe"])(None)
    assert recipes.call("builtins:repr", row) == "Größe(höhe=None)"


def test_functional_number_of_arguments(candidate):
    """Fewer or more values than columns raise TypeError."""
    cls = candidate("Rain", ["station", "mm"])
    for values in ((), ("Bern",), ("Bern", 4.5, 1)):
        with raises(TypeError):
            cls(*values)


def test_functional_classes_are_independent(candidate):
    """A second class, even of the same title, has its own columns and rows."""
    first, second = candidate("Rain", ["station", "mm"]), candidate("Rain", ["mm", "day"])
    old, new = first("Bern", 4.5), second(7.5, 3)
    assert (old.station, old.mm, new.mm, new.day) == ("Bern", 4.5, 7.5, 3)


def test_functional_wrong_columns(candidate):
    """Columns that aren't names, begin with an underscore or occur twice raise ValueError."""
    wrong = ("first name", "", "2nd", "mm/h", "a-b", "a.b", "class", "None", "_mm", "station")
    for column in wrong:
        with raises(ValueError):
            candidate("Rain", ["station", column])
        with raises(ValueError):
            candidate("Rain", [column, "station"])


def test_functional_wrong_titles(candidate):
    """Titles that aren't names raise ValueError."""
    for title in ("Rain 2026", "", "2026", "Rain-fall", "for", "True"):
        with raises(ValueError):
            candidate(title, ["station", "mm"])


def test_security_default_value(candidate, recipes, tmp_path):
    """A column with an equals sign isn't a parameter whose default value is computed."""
    for column in (
        f"mm={CODE}",
        f"mm, x={CODE}",
        f"mm=[0][{CODE} or 0]",
        f"mm = x = [0][{CODE} or 0]",
    ):
        check(candidate, recipes, tmp_path, "Rain", ["station", column])


def test_security_default_value_without_blanks(candidate, recipes, tmp_path):
    """The same without any blank, also in capitals or with other brackets, isn't computed."""
    for column in (f"mm=[0][bool({CODE})]", f"mm={{0:0}}[bool({CODE})]", f"M=[0][not(1or{CODE})]"):
        check(candidate, recipes, tmp_path, "Rain", [column])
        check(candidate, recipes, tmp_path, "Rain", ["station", column])


def test_security_fewer_arguments(candidate):
    """A column with an equals sign, star or slash doesn't let the class take fewer arguments."""
    for column in ("mm=1", "mm=None", "mm=__builtins__", "mm=__name__", "*mm", "**mm", "/"):
        made = attack(candidate, "Rain", ["station", column])
        if not made.refused:
            row = attack(made.value, "Bern")
            assert row.refused, f"a column {column!r} lets the class take fewer arguments"


def test_security_end_of_the_parameters(candidate, recipes, tmp_path):
    """A column with brackets, quotation marks, line breaks or a comment begins no statement."""
    for column in (
        f"mm): pass\n    {CODE}\n    def more(self, mm",
        f"mm): {CODE} #",
        f"mm): pass\n{CODE}\nif (1",
        f"mm\n{CODE}\n",
        f"mm\r{CODE}\r#",
        f"mm;{CODE};mm",
        f"mm,\\\n{CODE}",
        f"mm', {CODE}, '",
        f'mm", {CODE}, "',
        f'mm"""\n{CODE}\n"""',
        f"{{{CODE}}}",
        f"mm={{{CODE}}}",
    ):
        check(candidate, recipes, tmp_path, "Rain", ["station", column])
        check(candidate, recipes, tmp_path, "Rain", [column])


def test_security_base_class_in_the_title(candidate, recipes, tmp_path):
    """A title with brackets isn't a class with bases that are computed."""
    for title in (
        f"Rain({CODE} or object)",
        f"Rain({CODE}or(object))",
        f"Rain(object, metaclass={CODE} or type)",
        f"Rain[T: {CODE}]",
    ):
        check(candidate, recipes, tmp_path, title, ["station", "mm"])


def test_security_statement_in_the_title(candidate, recipes, tmp_path):
    """A title with a colon, semicolon, line break or comment doesn't bring a statement along."""
    for title in (
        f"Rain: {CODE} #",
        f"Rain: x = {CODE}\nclass Snow",
        f"Rain: pass\n{CODE}\nclass Snow",
        f"Rain:\n    {CODE}\nclass Snow",
        f"Rain:\r    {CODE}\rclass Snow",
        f"Rain' + str({CODE}) + '",
        f'Rain" + str({CODE}) + "',
        f"Rain{{{CODE}}}",
    ):
        check(candidate, recipes, tmp_path, title, ["station", "mm"])
