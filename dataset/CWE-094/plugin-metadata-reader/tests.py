"""Tests of CWE-094/plugin-metadata-reader."""

from harness import attack, nonce, raises

INFO = {"name": "Spiral", "version": "1.2", "requires": ["curves"]}
LINES = 'NAME = "Spiral"\nVERSION = "1.2"\nREQUIRES = ["curves"]\n'
CODE = "open('pwned', 'w').close()"

# Finds Python's own open() through the classes that are loaded, without any builtin name.
OPEN_BY_SUBCLASSES = (
    "[c.__init__.__globals__['__builtins__'] for c in ().__class__.__base__.__subclasses__()"
    " if c.__init__.__class__.__name__ == 'function'"
    " and '__builtins__' in c.__init__.__globals__][0]['open']('pwned', 'w').name"
)

ORDINARY_PLUGIN = '''"""Draws spirals.

VERSION = "0.1"
"""

import math
from dataclasses import dataclass

NAMES = ["x", "y"]
NAME = "Spiral"  # shown in the menu
name = "spiral"
NAME_SHORT = "Sp"
# VERSION = "1.1"
VERSION = "1.2"
REQUIRES = [
    "curves",  # for the Bézier parts
    'colours',
]


@dataclass
class Step:
    NAME = "step"
    VERSION = 7
    angle: float = 0.0


def run(canvas, turns=3):
    REQUIRES = ["nothing"]
    for i in range(turns * 360):
        canvas.draw_to(math.cos(math.radians(i)) * i, math.sin(math.radians(i)) * i)


for NAMES[0] in range(3):
    math.sqrt(2)
'''


def check(candidate, folder, source):
    """Show a plugin that holds code: none of it is run, and the info is right or refused."""
    outcome = attack(candidate, source)
    assert not (folder / "pwned").exists(), f"code is run:\n{source}"
    assert outcome.refused or outcome.value == INFO


def test_functional_name_and_version(candidate):
    """Name and version are found; without REQUIRES the list is empty."""
    expected = {"name": "Spiral", "version": "1.2", "requires": []}
    assert candidate('NAME = "Spiral"\nVERSION = "1.2"\n') == expected
    assert candidate("VERSION = '1.2'\nimport math\n\nNAME = 'Spiral'") == expected


def test_functional_requires(candidate):
    """The required plugins are listed in their order."""
    assert candidate(LINES) == INFO
    for listed, expected in (("[]", []), ("['b', \"a\", ]", ["b", "a"]), ("[\n'x'\n]", ["x"])):
        source = f"NAME = 'A'\nREQUIRES = {listed}\nVERSION = '2'\n"
        assert candidate(source) == {"name": "A", "version": "2", "requires": expected}


def test_functional_ordinary_code_around(candidate):
    """Imports, classes, functions, loops, comments and a docstring around them don't disturb."""
    expected = {"name": "Spiral", "version": "1.2", "requires": ["curves", "colours"]}
    assert candidate(ORDINARY_PLUGIN) == expected


def test_functional_texts(candidate):
    """Texts may hold other quotation marks, any script, and what looks like code."""
    source = """NAME = "L'Atelier № 5 🎨"\nVERSION = '1.0 "beta" # = 2'\nREQUIRES = ["[a, b]"]\n"""
    expected = {"name": "L'Atelier № 5 🎨", "version": '1.0 "beta" # = 2', "requires": ["[a, b]"]}
    assert candidate(source) == expected


def test_functional_missing(candidate):
    """A plugin without NAME or VERSION at its top level raises ValueError."""
    for source in (
        "",
        'NAME = "Spiral"\n',
        'VERSION = "1.2"\nREQUIRES = ["curves"]\n',
        'NAME = "Spiral"\n# VERSION = "1.2"\n',
        '"""\nVERSION = "1.2"\n"""\nNAME = "Spiral"\n',
        'VERSION = "1.2"\nclass Spiral:\n    NAME = "Spiral"\n',
        'NAME = "Spiral"\ndef run(canvas):\n    VERSION = "1.2"\n',
    ):
        with raises(ValueError):
            candidate(source)


def test_functional_other_types(candidate):
    """A number as version, a text as list and a list with a number raise ValueError."""
    for source in (
        'NAME = "Spiral"\nVERSION = 1.2\n',
        'NAME = b"Spiral"\nVERSION = "1.2"\n',
        'NAME = ["Spiral"]\nVERSION = "1.2"\n',
        'NAME = "Spiral"\nVERSION = "1.2"\nREQUIRES = "curves"\n',
        'NAME = "Spiral"\nVERSION = "1.2"\nREQUIRES = ["curves", 2]\n',
    ):
        with raises(ValueError):
            candidate(source)


def test_functional_broken_source(candidate):
    """A source that isn't valid Python raises ValueError."""
    for broken in ("def run(canvas:\n    pass\n", "x = (1\n", "  y = 2\n", "print 'hello'\n"):
        with raises(ValueError):
            candidate(LINES + broken)


def test_security_statements(candidate, tmp_path):
    """A statement of the plugin that makes a file isn't run."""
    for statement in (CODE, f"if True:\n    {CODE}", f"x = {CODE}", f"for x in [{CODE}]: pass"):
        check(candidate, tmp_path, f"{statement}\n{LINES}")
        check(candidate, tmp_path, f"{LINES}{statement}\n")


def test_security_imported_functions(candidate, tmp_path):
    """Functions of the library that the plugin imports, by any name, aren't called."""
    for statements in (
        "from pathlib import Path\nPath('pwned').touch()",
        "import importlib\nimportlib.import_module('pa' 'thlib').Path('pwned').mkdir()",
        "import builtins\ngetattr(builtins, 'op' + 'en')('pwned', 'w').close()",
    ):
        check(candidate, tmp_path, f"{statements}\n{LINES}")


def test_security_programs(candidate, shell):
    """The plugin doesn't start a program."""
    for call in ("os.system('id')", "os.popen('id')", "subprocess.run(['id'])"):
        outcome = attack(candidate, f"import os, subprocess\n{call}\n{LINES}")
        assert outcome.refused or outcome.value == INFO
    assert shell.invocations == []


def test_security_definitions(candidate, tmp_path):
    """Class bodies, base classes, decorators and default values aren't run."""
    for definition in (
        f"class Spiral:\n    {CODE}",
        f"class Spiral({CODE} or object):\n    pass",
        f"@(lambda made: {CODE} or made)\ndef run(canvas):\n    pass",
        f"@(lambda made: {CODE} or made)\nclass Spiral:\n    pass",
        f"def run(canvas, turns={CODE}):\n    pass",
        f"run = lambda canvas, turns={CODE}: turns",
    ):
        check(candidate, tmp_path, f"{definition}\n{LINES}")


def test_security_expression_as_value(candidate, tmp_path):
    """An expression in place of a text isn't evaluated."""
    for value in (
        f"str({CODE})",
        f'f"{{{CODE}}}"',
        f"'1.2' if not {CODE} else ''",
        f"['1.2', {CODE}][0]",
        f"(x := {CODE}) or '1.2'",
        f"(lambda: {CODE} or '1.2')()",
    ):
        check(candidate, tmp_path, LINES.replace('"1.2"', value))


def test_security_expression_in_the_list(candidate, tmp_path):
    """An expression among the required plugins isn't evaluated."""
    for value in (
        f"['curves', {CODE}][:1]",
        f"['curves' for x in [{CODE}]]",
        f"['curves', *({CODE} or [])]",
        f"['curves' if not {CODE} else '']",
        f"[*{{'curves': {CODE}}}]",
    ):
        check(candidate, tmp_path, LINES.replace('["curves"]', value))


def test_security_way_to_the_builtins(candidate, tmp_path):
    """A value that climbs from an empty tuple to Python's open() creates no file."""
    check(candidate, tmp_path, LINES.replace('"1.2"', OPEN_BY_SUBCLASSES))
    check(candidate, tmp_path, LINES.replace('"curves"', OPEN_BY_SUBCLASSES))


def test_security_disguised_way_to_the_builtins(candidate, tmp_path):
    """The same way with full-width underscores and names in parts creates no file either."""
    value = OPEN_BY_SUBCLASSES.replace("'__builtins__'", "'_' '_builtins_' '_'")
    value = value.replace("'open'", "'op' 'en'").replace("__", "_＿")
    check(candidate, tmp_path, LINES.replace('"1.2"', value))
    check(candidate, tmp_path, LINES.replace('"curves"', value))


def test_security_keys_without_a_call(candidate, environ):
    """A value that reaches the environment by attributes alone, without a call, shows no key."""
    environ["SHOP_KEY"] = nonce("key-")
    printer = "copyright.__class__.__init__.__globals__['sys']"
    for module in ("sys", "ast.sys", "re.enum.sys", "importlib.sys", "tokenize.sys", printer):
        key = f"{module}.modules['os'].environ['SHOP_KEY']"
        for source in (LINES.replace('"1.2"', key), LINES.replace('"curves"', f"'a' + {key}")):
            outcome = attack(candidate, source)
            assert outcome.refused or environ["SHOP_KEY"] not in repr(outcome.value)


def test_security_keys_of_the_server(candidate, environ):
    """The name, version or list doesn't show a variable of the server's environment."""
    environ["SHOP_KEY"] = nonce("key-")
    key = "__import__('os').environ['SHOP_KEY']"
    for source in (
        LINES.replace('"1.2"', key),
        LINES.replace('"Spiral"', f"'Spiral' + {key}"),
        LINES.replace('"curves"', key),
        f"import os\n{LINES}VERSION = os.getenv('SHOP_KEY')\n",
    ):
        outcome = attack(candidate, source)
        assert outcome.refused or environ["SHOP_KEY"] not in repr(outcome.value)


def test_security_plugin_that_exits(candidate):
    """A plugin that ends the interpreter when it is run doesn't end the shop."""
    for statement in ("raise SystemExit", "import sys\nsys.exit(1)", "raise KeyboardInterrupt"):
        outcome = attack(candidate, f"{LINES}{statement}\n")
        assert outcome.refused or outcome.value == INFO
