"""Tests of CWE-094/turtle-program-runner."""

from harness import attack, nonce, raises

OPEN = "open('pwned','w').write('7')"

# Python's own open(), reached from a command of the turtle and through the loaded classes.
OPEN_BY_GLOBALS = f"forward.__globals__['__builtins__']['open']{OPEN.removeprefix('open')}"
OPEN_BY_SUBCLASSES = (
    "[c.__init__.__globals__['__builtins__'] for c in ().__class__.__base__.__subclasses__()"
    " if c.__init__.__class__.__name__ == 'function'"
    " and '__builtins__' in c.__init__.__globals__][0]['open']('pwned', 'w').write('7')"
)


def check(candidate, folder, *programs):
    """Run programs that hold Python code: none of it is run."""
    for program in programs:
        outcome = attack(candidate, program)
        assert not (folder / "pwned").exists(), f"code is run:\n{program}"
        assert outcome.refused, f"{program!r} gives {outcome.value}"


def everywhere(expression):
    """Return programs with the expression in each place where one may stand."""
    return (
        f"forward {expression}",
        f"right 1 + ({expression})",
        f"side = {expression}\nforward 1",
        f"repeat {expression}\nforward 1\nend",
        f"repeat 2\nrepeat 1\nleft -({expression})\nend\nend",
    )


def spelled(code):
    """Return an expression of letters, digits, + and parentheses for a text."""
    return "+".join(f"chr({ord(character)})" for character in code)


def test_functional_steps_in_order(candidate):
    """A straight program gives its steps in order."""
    steps = [("forward", 10), ("left", 90), ("forward", 0), ("right", 45)]
    assert candidate("forward 10\nleft 90\nforward 0\nright 45") == steps
    assert candidate("forward 10\n") == [("forward", 10)]
    assert candidate("") == []


def test_functional_expressions(candidate):
    """Products bind tighter than sums, and a minus may stand in front of a value."""
    program = "forward 2 + 3 * 4 - 1\nforward (2+3)*4\nleft -90\nright 2 * -(5 - 20)\nforward 9-3-2"
    assert [value for _, value in candidate(program)] == [13, 20, -90, 30, 4]


def test_functional_names(candidate):
    """A name stands for its value until it gets another one."""
    program = "side = 10\nforward side\nSide_2=side*2\nforward Side_2\nside = side+1\nforward -side"
    assert candidate(program) == [("forward", 10), ("forward", 20), ("forward", -11)]


def test_functional_loops(candidate):
    """Loops can be nested, and names keep what they got in them."""
    program = "n = 1\nrepeat 2\nrepeat n + 1\nforward n\nn = n + 1\nend\nleft 90\nend\nright n"
    steps = [("forward", 1), ("forward", 2), ("left", 90)]
    steps += [("forward", 3), ("forward", 4), ("forward", 5), ("forward", 6), ("left", 90)]
    assert candidate(program) == [*steps, ("right", 7)]


def test_functional_loops_without_rounds(candidate):
    """A loop of zero or fewer rounds is skipped, and an empty loop does nothing."""
    program = "repeat 0\nforward 1\nend\nrepeat 2 - 5\nforward 2\nend\nrepeat 3\nend\nforward 4"
    assert candidate(program) == [("forward", 4)]


def test_functional_blanks_and_comments(candidate):
    """Indentation, blanks, tabs, empty lines and comments mean nothing."""
    program = "# a line\n\n  forward   10  # draw\n\trepeat 2 \n \n left 1+ 2\n# end\n  end\t\n"
    assert candidate(program) == [("forward", 10), ("left", 3), ("left", 3)]


def test_functional_broken_statements(candidate):
    """Unknown statements, and loops that don't begin or end, raise ValueError."""
    for program in (
        "jump 10",
        "forward 10\nbackward 5",
        "10",
        "side",
        "2side = 3",
        "repeat 2\nforward 1",
        "forward 1\nend",
        "repeat 2\nend\nend",
    ):
        with raises(ValueError):
            candidate(program)


def test_functional_broken_expressions(candidate):
    """Missing or broken expressions and names without a value raise ValueError."""
    for program in (
        "forward",
        "forward 2 +",
        "forward (2",
        "forward 2)",
        "forward 2) + (3",
        "forward 2 3",
        "forward side",
        "side = ",
        "side = side + 1",
        "repeat\nend",
        "repeat x\nend",
    ):
        with raises(ValueError):
            candidate(program)


def test_security_globals_of_a_command(candidate, tmp_path):
    """The function behind a command doesn't lead to Python's builtins."""
    check(candidate, tmp_path, *everywhere(OPEN_BY_GLOBALS))
    for name in ("left", "step"):
        check(candidate, tmp_path, *everywhere(OPEN_BY_GLOBALS.replace("forward", name)))


def test_security_loaded_classes(candidate, tmp_path):
    """The way from an empty tuple over its class to all loaded classes is closed."""
    check(candidate, tmp_path, *everywhere(OPEN_BY_SUBCLASSES))


def test_security_functions_of_python(candidate, tmp_path):
    """Python's functions aren't called by their names."""
    check(candidate, tmp_path, *everywhere(OPEN))
    check(candidate, tmp_path, *everywhere("__import__('pathlib').Path('pwned').touch()"))


def test_security_full_width_letters(candidate, tmp_path):
    """Full-width letters and underscores, which Python takes for ordinary ones, don't help."""
    for expression in (OPEN_BY_GLOBALS, OPEN_BY_SUBCLASSES):
        in_parts = expression.replace("'__builtins__'", "'_' '_builtins_' '_'")
        check(candidate, tmp_path, *everywhere(in_parts.replace("__", "_＿")))
    check(candidate, tmp_path, *everywhere(OPEN.replace("open", "ｏｐｅｎ")))


def test_security_spelled_code(candidate, tmp_path):
    """Code that is spelled with letters, also full-width ones, digits, + and () alone isn't run."""
    code = spelled(OPEN)
    check(candidate, tmp_path, *everywhere(f"exec({code})"), *everywhere(f"eval({code})"))
    check(candidate, tmp_path, f"run = eval\nforward run({code})", f"forward (exec)({code})")
    wide = {ord(letter): ord(letter) + 0xFEE0 for letter in "acehrvxl"}
    for function in ("exec", "eval"):
        check(candidate, tmp_path, *everywhere(f"{function}({code})".translate(wide)))


def test_security_end_of_the_statement(candidate, tmp_path):
    """Parentheses, colons, semicolons or line breaks don't begin a statement of Python."""
    for code in (OPEN, OPEN_BY_GLOBALS):
        check(
            candidate,
            tmp_path,
            f"forward 1); {code}; (0",
            f"forward 1)); {code}; ((0",
            f"side = 1; {code}",
            f"repeat 1): {code}; (0\nend",
            f"repeat 1): {code}\nend",
            f"side = 1 if {code} else 2",
            f"side = other[{code}] = 1",
            f"side == {code}",
        )
        for line_break in ("\r", "\x0c", "\x0b", "\x1c", "\x85", "\u2028", "\\\n"):
            check(candidate, tmp_path, f"forward 1){line_break}{code}{line_break}(0")
            check(candidate, tmp_path, f"side = 1{line_break}{code}")


def test_security_other_expressions(candidate, tmp_path):
    """Powers, texts, lists, conditions, functions and attributes are no part of the language."""
    for expression in (
        "9 ** 2",
        "int('7')",
        "'7'",
        "[7][0]",
        "7 if 1 else 8",
        "7 or 8",
        "(x := 7)",
        "(lambda: 7)()",
        "(7).real",
        "sum(x for x in (3, 4))",
    ):
        check(candidate, tmp_path, *everywhere(expression))


def test_security_starts_a_program(candidate, shell):
    """A program of a pupil starts no program of the server."""
    command = nonce("touch pwned-")
    builtins = "forward.__globals__['__builtins__']"
    for expression in (
        f"__import__('os').system('{command}')",
        f"{builtins}['__import__']('os').system('{command}')",
        f"{builtins}['__import__']('subprocess').run(['{command}'])",
    ):
        for program in everywhere(expression):
            attack(candidate, program)
    assert shell.invocations == []
