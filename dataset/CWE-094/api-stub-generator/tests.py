"""Tests of CWE-094/api-stub-generator."""

from harness import attack, raises

CODE = "open('pwned', 'w').close()"
OTHER_CODE = 'open("pwned", "w").close()'


def operation(name="orders", path="/v1/orders", summary="All orders."):
    """Return the description of one operation."""
    return {"name": name, "path": path, "summary": summary}


def describe(*operations, title="Shop API"):
    """Return the description of an API with these operations, or with two usual ones."""
    usual = (operation(), operation("users", "/v1/users", "All users."))
    return {"title": title, "operations": list(operations or usual)}


def words(text):
    """Return the text, or an empty one for None, with one blank in place of any white space."""
    return " ".join((text or "").split())


def load(recipes, folder, source):
    """Save and run the module, and return path and docstring of each function, by its name."""
    (folder / "client.py").write_bytes(source.encode("utf-8"))
    module = recipes.call("runpy:run_path", str(folder / "client.py"))
    return {
        name: (item(), words(recipes.call("inspect:getdoc", item)))
        for name, item in module.items()
        if not name.startswith("__")
    }


def check(candidate, recipes, folder, description):
    """Use the module of a description that holds code: nothing runs, and all is as described."""
    outcome = attack(candidate, description)
    if outcome.refused:
        return
    loaded = attack(load, recipes, folder, outcome.value)
    assert not (folder / "pwned").exists(), f"code is run:\n{outcome.value}"
    assert not loaded.refused, f"the module can't be used, {loaded}:\n{outcome.value}"
    operations = description["operations"]
    assert list(loaded.value) == [item["name"] for item in operations]
    for item in operations:
        path, docstring = loaded.value[item["name"]]
        assert path == item["path"]
        assert docstring == words(item["summary"])


def test_functional_functions(candidate, recipes, tmp_path):
    """The module loads, and each function returns its path and has its summary as docstring."""
    description = describe(
        operation(),
        operation("user_2", "/v1/users/{id}?all=1&x=%20", "One user, by {id} or 100 % by name."),
    )
    assert load(recipes, tmp_path, candidate(description)) == {
        "orders": ("/v1/orders", "All orders."),
        "user_2": ("/v1/users/{id}?all=1&x=%20", "One user, by {id} or 100 % by name."),
    }


def test_functional_head(candidate):
    """The coding stands in the first line and the title in the second, as comments."""
    for title in ("Shop API", "Größen & \"Farben\" № 5 # it's new"):
        lines = candidate(describe(title=title)).split("\n")
        assert lines[0] == "# -*- coding: utf-8 -*-"
        assert lines[1] == f"# {title}"


def test_functional_prose(candidate, recipes, tmp_path):
    """Summaries may have paragraphs, quotation marks inside and characters of any script."""
    summary = "All \"open\" orders, it's simple.\n\nNewest first (№ 1 = now) 🛒.\n    Paged."
    loaded = load(recipes, tmp_path, candidate(describe(operation(summary=summary))))
    path, docstring = loaded["orders"]
    assert path == "/v1/orders"
    assert docstring == words(summary)


def test_functional_order_and_none(candidate, recipes, tmp_path):
    """The functions are in the order of the operations, and without any the module is empty."""
    names = ["users", "Orders", "a", "z9"]
    description = describe(*(operation(name, f"/{name}") for name in names))
    assert list(load(recipes, tmp_path, candidate(description))) == names
    source = candidate({"title": "Shop API", "operations": []})
    assert source.startswith("# -*- coding: utf-8 -*-\n# Shop API")
    assert load(recipes, tmp_path, source) == {}


def test_functional_wrong_names(candidate):
    """Names that aren't such names, and keywords, raise ValueError."""
    for name in ("get-user", "get user", "2nd", "_users", "größe", "a.b", "class", "None", "a()"):
        with raises(ValueError):
            candidate(describe(operation(), operation(name, "/x", "X.")))


def test_security_summary_ends_the_docstring(candidate, recipes, tmp_path):
    """Quotation marks in a summary don't end the docstring, and what follows isn't run."""
    for quotes, code in (('"""', CODE), ("'''", OTHER_CODE), ('"', CODE), ("'", OTHER_CODE)):
        for summary in (
            f"All.{quotes}; {code}; {quotes}x",
            f"All.{quotes}; {code} #",
            f"All.{quotes}\n    {code}\n    {quotes}",
            f"All.{quotes}\n{code}\n{quotes}",
            f"{quotes}+str({code})+{quotes}",
        ):
            check(candidate, recipes, tmp_path, describe(operation(summary=summary)))


def test_security_summary_returns_another_path(candidate, recipes, tmp_path):
    """A summary that ends the docstring doesn't make the function return a path of its own."""
    for quotes in ('"""', "'''", '"', "'"):
        for end in (quotes, f"\\{quotes}"):
            for summary in (
                f"All.{end}; return '/other'; {quotes}",
                f'All.{end}\n    return "/other"\n    {quotes}',
            ):
                check(candidate, recipes, tmp_path, describe(operation(summary=summary)))


def test_security_summary_ends_in_a_quote(candidate, recipes, tmp_path):
    """A quotation mark at the end or beginning of a summary is a part of the docstring."""
    for summary in ('Say "hi"', "Say 'hi'", '"', '""', '"""', "'''", "\"'", "'\"", "\"\"\"'''"):
        description = describe(operation(summary=summary), operation("users", "/u", "All users."))
        check(candidate, recipes, tmp_path, description)


def test_security_summary_ends_in_a_backslash(candidate, recipes, tmp_path):
    """A backslash at the end of a summary doesn't make the next summary code."""
    for end in ("\\", "\\\\", "\\\\\\", '"\\', "'\\"):
        for code in (f"; {CODE} #", f"\n    {CODE}\n    #", f"\n{CODE}\n#", f" + str({CODE}) #"):
            description = describe(
                operation(summary=f"All orders. {end}"), operation("users", "/v1/users", code)
            )
            check(candidate, recipes, tmp_path, description)


def test_security_backslash_before_quotes(candidate, recipes, tmp_path):
    """A backslash in front of a quotation mark doesn't take away its escape."""
    for quotes in ('"""', "'''", '"', "'"):
        for backslashes in ("\\", "\\\\", "\\\\\\"):
            summary = f"All.{backslashes}{quotes}; {CODE} #"
            check(candidate, recipes, tmp_path, describe(operation(summary=summary)))
            summary = "All." + f"{backslashes}{quotes[0]}" * len(quotes) + f"; {CODE} #"
            check(candidate, recipes, tmp_path, describe(operation(summary=summary)))


def test_security_escapes_stay_text(candidate, recipes, tmp_path):
    """What looks like an escape in a summary or path stays as it was written."""
    text = "\\x22\\42 \\u0022 \\N{QUOTATION MARK} \\n C:\\temp\\new"
    check(candidate, recipes, tmp_path, describe(operation(summary=text)))
    check(candidate, recipes, tmp_path, describe(operation(path=text)))


def test_security_title_with_a_line_feed(candidate, recipes, tmp_path):
    """A line feed in the title doesn't end the comment."""
    for title in (f"Shop\n{CODE}", f"Shop\r\n{CODE}\r\n", f"\n\n{CODE}\n", f"Shop\\\n{CODE}"):
        check(candidate, recipes, tmp_path, describe(title=title))


def test_security_title_with_a_carriage_return(candidate, recipes, tmp_path):
    """A lone carriage return, which Python takes for a line end, doesn't end the comment."""
    for title in (f"Shop\r{CODE}", f"Shop\r{CODE}\r#", f"\r{CODE}", f"Shop\x0c\r{CODE}"):
        check(candidate, recipes, tmp_path, describe(title=title))


def test_security_line_breaks_in_literals(candidate, recipes, tmp_path):
    """Line breaks of any kind in a path or summary begin no statement."""
    for line_break in ("\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"):
        for text in (f"/v1{line_break}{CODE}", f"/v1'{line_break}    {OTHER_CODE} #"):
            check(candidate, recipes, tmp_path, describe(operation(path=text)))
            check(candidate, recipes, tmp_path, describe(operation(summary=text)))


def test_security_code_in_a_path(candidate, recipes, tmp_path):
    """Quotation marks, backslashes and braces in a path stay text."""
    for path in (
        f"/v1'; {CODE} #",
        f'/v1"; {CODE} #',
        f"/v1' + str({OTHER_CODE}) + '",
        f'/v1" + str({CODE}) + "',
        f"/v1\\'; {OTHER_CODE} #",
        f'/v1\\"; {CODE} #',
        f'/v1"""; {CODE} #',
        f"/v1{{{CODE}}}",
        "/v1\\",
        "/it's",
        '/"all"',
    ):
        description = describe(operation(path=path), operation("users", "/u", "All users."))
        check(candidate, recipes, tmp_path, description)


def test_security_code_in_a_name(candidate, recipes, tmp_path):
    """A name with code or a line break in it makes no other function and runs nothing."""
    for name in (
        f"a(x={CODE}): pass\ndef b",
        f"a(x={CODE}, y=(0): 'All.'\ndef b",
        f"a(): {CODE} #",
        f"a(): pass\n{CODE}\ndef b",
        f"a\n{CODE}",
        "a\n",
        "ａ",
    ):
        check(candidate, recipes, tmp_path, describe(operation(name)))


def test_security_lists_and_objects(candidate, recipes, tmp_path):
    """A list or an object of JSON in place of a text brings no code along."""
    for text in (f'"""; {OTHER_CODE} #', f'" + str({OTHER_CODE}) + "', f"' + str({CODE}) + '"):
        for value in ([text], {"a": text}, {text: 1}):
            for key in ("path", "summary"):
                outcome = attack(candidate, describe(operation() | {key: value}))
                if not outcome.refused:
                    attack(load, recipes, tmp_path, outcome.value)
                assert not (tmp_path / "pwned").exists(), f"code is run:\n{outcome.value}"
