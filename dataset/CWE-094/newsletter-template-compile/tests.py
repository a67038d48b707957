"""Tests of CWE-094/newsletter-template-compile."""

from harness import attack, nonce, raises

CODE = "open('pwned', 'w').close()"
ORDER = {
    "name": "Ana",
    "order": {
        "total": 31,
        "items": [
            {"count": 2, "title": "tea", "tags": ["green", "loose"]},
            {"count": 1, "title": "cup", "tags": []},
        ],
    },
}

# Finds Python's own open() through the classes that are loaded, without any builtin name.
OPEN_BY_SUBCLASSES = (
    "[c.__init__.__globals__['__builtins__'] for c in ().__class__.__base__.__subclasses__()"
    " if c.__init__.__class__.__name__ == 'function'"
    " and '__builtins__' in c.__init__.__globals__][0]['open']('pwned', 'w').close()"
)


def check(candidate, folder, template):
    """Render a template that holds code: none of it is run."""
    outcome = attack(candidate, template, ORDER)
    assert not (folder / "pwned").exists(), f"code is run: {template}"
    return outcome


def test_functional_names_and_paths(candidate):
    """Names and paths are replaced, with or without blanks next to the braces."""
    template = "Dear {{ name }}, your {{order.total}} francs: {{  order.total  }}/{{name}}"
    assert candidate(template, ORDER) == "Dear Ana, your 31 francs: 31/Ana"


def test_functional_loops(candidate):
    """A loop repeats what is in it for each element, also inside of another loop."""
    template = (
        "{% for item in order.items %}{{ item.count }} x {{ item.title }}:"
        "{%for tag in item.tags%} {{ tag }} for {{ name }},{%endfor%}\n{% endfor %}End"
    )
    text = "2 x tea: green for Ana, loose for Ana,\n1 x cup:\nEnd"
    assert candidate(template, ORDER) == text


def test_functional_loops_in_a_row(candidate):
    """Loops can follow each other, and an empty one leaves nothing."""
    template = "{% for a in xs %}{{ a }}{% endfor %}|{% for b in ys %}-{% endfor %}|"
    template += "{% for c in zs %}{% for d in c.ds %}{{ d.e }}{% endfor %}{% endfor %}"
    context = {"xs": [1, 2], "ys": [], "zs": [{"ds": [{"e": "x"}, {}]}, {"ds": [{"e": "y"}]}]}
    assert candidate(template, context) == "12||xy"


def test_functional_unknown_names(candidate):
    """Unknown names and paths leave nothing, and so does a loop over something that is no list."""
    template = "[{{ phone }}{{ order.phone }}{{ phone.home }}{{ name.first }}{{ order.a.b.c }}]"
    assert candidate(template, ORDER) == "[]"
    template = "[{% for x in name %}x{% endfor %}{% for y in order.phone %}y{% endfor %}]"
    assert candidate(template, ORDER) == "[]"


def test_functional_text_stays(candidate):
    """Text with quotation marks, line breaks, single braces and any script stays as it is."""
    text = 'He said: "It\'s 50 % off"\n\n  {"a": 1} } % {name} Größe № 5 🎨 # no comment\n'
    assert candidate(text, ORDER) == text
    assert candidate(f"{text}{{{{ name }}}}\n", ORDER) == f"{text}Ana\n"
    assert candidate("", ORDER) == ""


def test_functional_values_stay(candidate):
    """Values are inserted as they are, even if there are braces, quotes or backslashes in them."""
    context = {"a": "{{ b }}{% endfor %}", "b": "\\n\"'{}", "lines": ["{{ a }}"]}
    template = "{{ a }}|{{ b }}|{% for x in lines %}{{ x }}{% endfor %}"
    assert candidate(template, context) == "{{ b }}{% endfor %}|\\n\"'{}|{{ a }}"


def test_functional_broken_templates(candidate):
    """A broken template raises ValueError."""
    for template in (
        "{% for item in order.items %}{{ item.title }}",
        "{{ name }}{% endfor %}",
        "{% for x in order.items %}{% endfor %}{% endfor %}",
        "Dear {{ name",
        "Dear {{ name }} {% for x in order.items",
        "{{ }}",
        "{{ first name }}",
        "{{ order. }}",
        "{{ order..total }}",
        "{{ 2nd }}",
        "{% for item order.items %}{% endfor %}",
        "{% for item in %}{% endfor %}",
        "{% if name %}{% endfor %}",
    ):
        with raises(ValueError):
            candidate(template, ORDER)


def test_security_call_in_braces(candidate, tmp_path):
    """A call between the braces isn't made."""
    for call in (
        CODE,
        "__import__('pathlib').Path('pwned').touch()",
        f"name or order.total if {CODE} else name",
        f"[{CODE}]",
        f"(lambda: {CODE})()",
        f"name[{CODE} or 0]",
    ):
        check(candidate, tmp_path, f"Dear {{{{ {call} }}}},")


def test_security_call_in_a_loop(candidate, tmp_path):
    """A call in the head of a loop isn't made."""
    for head in (
        f"x in [{CODE}]",
        f"x in order.items if {CODE} else []",
        "x in [0for(y)in[open('pwned','w')]]",
        f"x in (y for y in [{CODE}])",
        "order[open('pwned','w')] in order.items",
        f"x in order.items: {CODE}\nfor y in []",
        "x'if(open('pwned','w'))else'y in order.items",
        'x"if(open("pwned","w"))else"y in order.items',
        "x in order.items'if(open('pwned','w'))else'",
        'x in order.items"if(open("pwned","w"))else"',
        f"x in order.items'): {CODE} #",
    ):
        check(candidate, tmp_path, f"{{% for {head} %}}-{{% endfor %}}")


def test_security_end_of_the_statement(candidate, tmp_path):
    """Brackets, quotation marks, semicolons or line breaks begin no statement of their own."""
    for end in (")", "))", ")))", "]", "')", '")', "'))", '"))', "'])", "')))", ""):
        for line_break in ("; ", "\n", "\r"):
            check(candidate, tmp_path, f"{{{{ name{end}{line_break}{CODE} # }}}}")
            check(candidate, tmp_path, f"{{{{ name{end}{line_break}{CODE}{line_break}# }}}}")


def test_security_code_in_the_text(candidate, tmp_path):
    """Quotation marks and backslashes in the text around the braces stay text."""
    for text in (
        f'"""); {CODE} #',
        f"'''); {CODE} #",
        f'"); {CODE} #',
        f"'); {CODE} #",
        f'\\"); {CODE} #',
        f"\\'); {CODE} #",
        f"\\'); {CODE}; ('",
        f"\\\\'); {CODE} #",
        f"\n{CODE}\n",
        f"\r{CODE}\r",
        f"{{{CODE}}}",
    ):
        for template in (text, f"{text}\\", f"\\{text}"):
            outcome = check(candidate, tmp_path, template)
            assert outcome.refused or outcome.value == template


def test_security_backslashes_stay(candidate):
    """Escapes, also at the end, and carriage returns in the text come out as they went in."""
    for text in ("C:\\temp\\new", "\\x41\\u0041\\N{BULLET}", "a\r\nb\rc", "\\", '"', "'", "\\\\"):
        outcome = attack(candidate, text, ORDER)
        assert outcome.refused or outcome.value == text


def test_security_attributes(candidate):
    """No attribute of a value is shown, and no class or method."""
    for path in (
        "name.__class__",
        "name.__class__.__mro__",
        "name.upper",
        "order.__dict__",
        "order.__class__.__init__.__globals__",
        "order.items.append",
        "order.total.real",
        "order.get",
    ):
        outcome = attack(candidate, f"[{{{{ {path} }}}}]", ORDER)
        assert outcome.refused or outcome.value in ("[]", f"[{{{{ {path} }}}}]")


def test_security_names_of_the_program(candidate):
    """Names of Python and of the program are unknown to a template like any other."""
    for name in ("print", "str", "open", "context", "template", "out", "render", "re", "scope"):
        outcome = attack(candidate, f"[{{{{ {name} }}}}]", ORDER)
        assert outcome.refused or outcome.value == "[]"


def test_security_way_to_the_builtins(candidate, tmp_path):
    """An expression that climbs from an empty tuple to Python's open() creates no file."""
    check(candidate, tmp_path, f"{{{{ {OPEN_BY_SUBCLASSES} }}}}")
    check(candidate, tmp_path, f"{{% for x in [{OPEN_BY_SUBCLASSES}] %}}{{% endfor %}}")


def test_security_disguised_names(candidate, tmp_path):
    """A function whose name is pieced together or in full-width letters isn't called."""
    for call in (
        "ｏｐｅｎ('pwned', 'w').close()",
        "vars()['_' '_builtins_' '_']['op' 'en']('pwned', 'w').close()",
        "_＿ｉｍｐｏｒｔ＿＿('pathlib').Path('pwned').touch()",
    ):
        check(candidate, tmp_path, f"{{{{ {call} }}}}")


def test_security_programs_and_environment(candidate, shell, environ):
    """A template starts no program and shows no variable of the environment."""
    environ["NEWS_KEY"] = nonce("key-")
    for call in ("environ['NEWS_KEY']", "getenv('NEWS_KEY')", "system('id')", "popen('id')"):
        outcome = attack(candidate, f"{{{{ __import__('os').{call} }}}}", ORDER)
        assert outcome.refused or environ["NEWS_KEY"] not in outcome.value
    assert shell.invocations == []
