"""Tests of the shell fixture: nothing starts, everything is recorded."""

import subprocess

from harness import attack, nonce, raises


def test_functional_argument_list(candidate, shell):
    """An argument list starts one program with exactly these words."""
    text = nonce()
    shell.answer("convert", stdout=text, stderr="warn", status=3)
    assert candidate(["convert", "a;b", "$(id)"], cwd=".", env={"A": "1"}) == (3, text, "warn")
    assert shell.programs == [["convert", "a;b", "$(id)"]]
    (call,) = shell.invocations
    assert call.api == "subprocess.run"
    assert call.argv == ["convert", "a;b", "$(id)"] and call.command is None
    assert not call.shell
    assert call.cwd == "." and call.env == {"A": "1"}


def test_functional_command_line(module, shell):
    """A command line is split as a shell splits it."""
    shell.answer("/usr/bin/whois", stdout="w\n")
    assert module.run_shell("/usr/bin/whois 'a b'; rm -rf \"$HOME\" | tee x") == (0, "w\n", "")
    assert shell.programs == [["/usr/bin/whois", "a b"], ["rm", "-rf", ""], ["tee", "x"]]
    assert shell.invocations[0].shell
    assert shell.invocations[0].command.startswith("/usr/bin/whois")


def test_functional_split_separators(shell):
    """Every separator of commands starts another program."""
    lines = ("a;b", "a & b", "a | b", "a||b", "a &&b", "a\nb", "(a; b)", "{ a; b; }", "a\\\n;b")
    for line in lines:
        assert shell.split(line) == [["a"], ["b"]]


def test_functional_split_quotes(shell):
    """Quotes and backslashes keep words whole."""
    assert shell.split("a 'b;c' \"d|e\" f\\;g h'i'\"j\"k") == [["a", "b;c", "d|e", "f;g", "hijk"]]
    assert shell.split("a ''") == [["a", ""]]
    assert shell.split('a "x\\"y\\$z\\q"') == [["a", 'x"y$z\\q']]
    assert shell.split("a 'it'\\''s'") == [["a", "it's"]]


def test_functional_split_substitutions(shell):
    """Substitutions start programs, in double quotes too, and not in single ones."""
    for line in ('a "$(b)"', "a $(b)", "a `b`", 'a "`b`"', "a ${X:-$(b)}", "a $((1+$(b)))"):
        assert ["b"] in shell.split(line)
    words = ["a", "$(b)", "$(b)", "$(b)", "`b`"]
    assert shell.split("a '$(b)' \\$\\(b\\) \"\\$(b)\" '`b`'") == [words]
    assert ["c"] in shell.split("a $(b $(c))")
    assert ["c"] in shell.split("a `b \\`c\\``")


def test_functional_split_comments_and_nested_shells(shell):
    """Comments start nothing; sh -c, exec and eval start what they hold."""
    assert shell.split("a # ; b") == [["a"]]
    assert shell.split("a x#y") == [["a", "x#y"]]
    assert shell.split("# only") == []
    assert shell.split("a # c\nb") == [["a"], ["b"]]
    assert shell.split("sh -c 'a; b'") == [["a"], ["b"]]
    assert shell.split("/bin/bash -ec 'sh -c \"a; b\"'") == [["a"], ["b"]]
    assert shell.split("exec a b") == [["a", "b"]]
    assert shell.split("eval 'a;' b") == [["a"], ["b"]]
    assert shell.split("X=1 Y=2 a") == [["a"]]
    assert shell.split("a; sh -c 'b (' ; c") == [["a"], ["c"]]
    assert shell.split("if a; then b; else c; fi && d") == [["a"], ["b"], ["c"], ["d"]]


def test_functional_split_expansions(shell):
    """Unquoted expansions are split into fields."""
    assert shell.split("cat${IFS}/etc/passwd") == [["cat", "/etc/passwd"]]
    assert shell.split("X='a b'; run $X \"$X\"") == [["run", "a", "b", "a b"]]


def test_functional_split_redirections(module, shell):
    """Redirections aren't words; their targets are listed, here-documents are read over."""
    module.run_shell("a >out 2>&1 <in >> 'log file'\nb <<E\n; rm $(c)\nE\nd")
    assert shell.programs == [["a"], ["c"], ["b"], ["d"]] or shell.programs == [
        ["a"], ["b"], ["c"], ["d"],
    ]  # fmt: skip
    assert (">", "out") in shell.redirections and ("<", "in") in shell.redirections
    assert (">>", "log file") in shell.redirections


def test_functional_syntax_errors_start_nothing(module, shell):
    """An open quote or parenthesis is status 2 and starts nothing."""
    for line in ("a 'b", 'a "b', "a `b", "a $(b", "(a", "a)", "; a", "a > ; b", "a &&", "a |"):
        assert module.run_shell(line)[0] == 2
    assert shell.programs == []
    assert len(shell.invocations) == 10


def test_functional_shell_by_arguments(candidate, shell):
    """sh -c in an argument list counts as a command line."""
    assert candidate(["sh", "-c", "a; b"])[0] == 0
    assert shell.programs == [["a"], ["b"]]
    assert shell.invocations[0].argv == ["sh", "-c", "a; b"]


def test_functional_statuses(module, shell):
    """Statuses go through, negative ones too; check raises as usual."""
    shell.answer("kill-me", status=-9)
    shell.answer("fail", status=1, stdout="partly")
    assert module.run_list(["kill-me"])[0] == -9
    assert module.run_shell("kill-me")[0] == 137
    assert module.run_shell("fail || kill-me")[0] == 137
    assert module.run_shell("fail && kill-me") == (1, "partly", "")
    with raises(subprocess.CalledProcessError) as caught:
        module.check(["fail"])
    assert caught.value.returncode == 1
    assert caught.value.output == b"partly"
    assert module.call_system("fail") == 256


def test_functional_answer_with(module, shell):
    """A function can answer for every program."""
    shell.answer_with(lambda argv: (0, " ".join(argv).upper(), ""))
    assert module.check(["say", "hi"]) == b"SAY HI"
    assert module.call_popen("say $(echo x)") == "SAY ECHO X"


def test_functional_missing_program(module, shell):
    """A missing program is FileNotFoundError, and status 127 in a shell."""
    shell.missing("ffmpeg")
    with raises(FileNotFoundError):
        module.run_list(["ffmpeg", "-i", "x"])
    status, _, text = module.run_shell("ffmpeg -i x")
    assert status == 127 and "not found" in text


def test_functional_input(module, shell):
    """What goes to standard input is recorded."""
    shell.answer("bc", stdout=b"42")
    assert module.early_popen(["bc"]) == b"42"
    assert module.write_stdin(["bc"]) == 0
    assert [item.input for item in shell.invocations] == [b"question", b"a\n"]


def test_functional_every_api(module, shell):
    """No way to start a process goes unrecorded."""
    module.call_system("a")
    module.call_popen("b")
    module.call_getoutput("c")
    module.early_popen(["d"])
    module.spawn("e", "1")
    module.posix_spawn("f", "2")
    with raises(SystemExit):
        module.replace("g", "3")
    assert shell.programs == [["a"], ["b"], ["c"], ["d"], ["e", "1"], ["f", "2"], ["g", "3"]]
    assert [item.api for item in shell.invocations] == [
        "os.system", "os.popen", "subprocess.getstatusoutput", "subprocess.Popen",
        "os.spawnlp", "os.posix_spawn", "os.execvp",
    ]  # fmt: skip


def test_functional_asyncio(module, shell):
    """asyncio's processes are recorded and answered too."""
    shell.answer("dig", stdout="1.2.3.4", status=1)
    assert module.run_async("dig", "x") == (1, b"1.2.3.4")
    assert module.run_async_shell("dig x; id") == (b"1.2.3.4", 0)
    assert shell.programs == [["dig", "x"], ["dig", "x"], ["id"]]
    assert shell.invocations[0].input == b"in"


def test_functional_impossible_arguments(module, shell):
    """NUL bytes and wrong types are refused as by the system."""
    for bad, kind in ((["a", "b\0c"], ValueError), (["a", 3], TypeError), ([], IndexError)):
        with raises(kind):
            module.run_list(bad)
    assert attack(module.run_shell, "a\0b").refused
    with raises(FileNotFoundError):
        module.run_list(["a"], cwd="nowhere")
    assert shell.invocations == []


def test_functional_output_to_file(module, shell, tmp_path):
    """Output goes where the candidate sends it."""
    shell.answer("tar", stdout=b"\x00\x01")
    assert module.to_file(["tar"], "out.bin") == 0
    assert (tmp_path / "out.bin").read_bytes() == b"\x00\x01"


def test_functional_without_the_fixture(module):
    """Nothing starts in a test that doesn't ask for the fixture."""
    assert module.run_list(["touch", "made"]) == (0, "", "")
