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
    assert shell.programs == [["/usr/bin/whois", "a b"], ["rm", "-rf", "/home/user"], ["tee", "x"]]
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


def test_functional_split_loops_and_branches(shell):
    """A loop over words runs for each of them, all branches count, a function when it's called."""
    assert shell.split("for i in a 'b c'; do x $i; done") == [["x", "a"], ["x", "b", "c"]]
    assert shell.split("while a; do b; done") == [["a"], ["b"]]
    assert shell.split("case $X in (p|q) a;; *) b; esac; c") == [["a"], ["b"], ["c"]]
    assert shell.split("f() { a \"$1\"; }; f 'x y'; b") == [["a", "x y"], ["b"]]
    assert shell.split("f() { a; }; b") == [["b"]]


def test_functional_positional_parameters(candidate, module, shell):
    """What follows the line of sh -c becomes $0, $1 and so on."""
    lines = {
        'exec convert "$1"': ["convert", "cat.png"],
        'a "$@" end': ["a", "cat.png", "b c", "end"],
        "a $@": ["a", "cat.png", "b", "c"],
        'a "$*" $#': ["a", "cat.png b c", "2"],
        'a $0 ${1} "${2}" ${10} "$3"': ["a", "sh", "cat.png", "b c", ""],
        'a x"$@"y': ["a", "xcat.png", "b cy"],
        'set -- p "q r"; a "$@"': ["a", "p", "q r"],
        'shift; a "$@"': ["a", "b c"],
        'a "${1%.png}.jpg" ${3:-none}': ["a", "cat.jpg", "none"],
        "sh -c 'a \"$1\"' sh \"$2\"": ["a", "b c"],
        "sh -c 'a $0 $#'": ["a", "sh", "0"],
        'sh -ec -- \'a "$@"\' sh "$@"': ["a", "cat.png", "b c"],
    }
    for line, argv in lines.items():
        candidate(["sh", "-c", line, "sh", "cat.png", "b c"])
        assert shell.programs[-1] == argv
    assert len(shell.programs) == len(lines)
    module.run_shell("sh -c 'exec convert \"$1\"' sh cat.png")
    module.run_shell_words(['b "$0" "$@"', "x", "y z"])
    assert shell.programs[-2:] == [["convert", "cat.png"], ["b", "x", "y z"]]
    assert shell.split('a "$@" "$1" $2') == [["a", ""]]


def test_functional_parameters_are_data(candidate, shell):
    """A separator in a positional parameter or a variable starts nothing."""
    candidate(["sh", "-c", 'a "$1"; b $1', "sh", "x; reboot `c`"])
    assert shell.programs == [["a", "x; reboot `c`"], ["b", "x;", "reboot", "`c`"]]
    candidate(["sh", "-c", "eval b $1", "sh", "x; reboot"])
    assert shell.programs[2:] == [["b", "x"], ["reboot"]]


def test_functional_environment(module, shell, environ):
    """Variables have the candidate's values, or those of env."""
    canary = nonce()
    environ["CANARY"] = canary
    module.run_shell('mail $CANARY "${CANARY}" $USER')
    module.run_list(["sh", "-c", "sh -c 'a $CANARY'"])
    module.run_shell("a $CANARY$USER.", env={"CANARY": "b"})
    module.put_variable("CANARY", "c")
    module.replace_environ()
    module.run_async_shell("a $CANARY")
    assert shell.programs == [["mail", canary, canary, "user"], ["a", canary], ["a", "b."],
                              ["a", "c"]]  # fmt: skip
    assert [call.env for call in shell.invocations] == [None, None, {"CANARY": "b"}, None]


def test_functional_listing_the_environment(module, shell, environ):
    """set and export print variables without a program."""
    environ["CANARY"] = canary = nonce()
    assert f"CANARY='{canary}'\n" in module.run_shell("set")[1]
    assert f"export CANARY='{canary}'\n" in module.run_shell("export -p")[1]
    assert shell.programs == []


def test_functional_variables(shell):
    """Variables last as long as they do in a shell."""
    assert shell.split("X=1 a $X; b $X") == [["a"], ["b"]]
    assert shell.split("X=1 sh -c 'a $X'; X=2; sh -c 'b $X'") == [["a", "1"], ["b"]]
    assert shell.split("export X=1; sh -c 'a $X'; unset X; b $X") == [["a", "1"], ["b"]]
    assert shell.split("(X=1); a $X; { X=2; }; b $X") == [["a"], ["b", "2"]]
    assert shell.split("IFS=,; X=a,b; p $X") == [["p", "a", "b"]]


def test_functional_builtins_start_nothing(shell):
    """What a shell does itself isn't a program."""
    line = """set -e; export A=1; readonly B=2; unset C; cd /tmp; : > x; read line; umask 077
        trap 'x' INT; wait; exec > log; shift 0; alias l=m; type a; hash -r; command -v p; eval
        ulimit -c 0; getopts a b; X=1; jobs"""
    assert shell.split(line) == []
    assert shell.split("true; false; echo a; test b; [ c ]; kill 1; pwd; printf d") == [
        ["true"], ["false"], ["echo", "a"], ["test", "b"], ["[", "c", "]"], ["kill", "1"],
        ["pwd"], ["printf", "d"],
    ]  # fmt: skip
    assert shell.split(". ./evil; source evil") == [[".", "./evil"], ["source", "evil"]]
    assert shell.split("command -p a; command exec b; c") == [["a"], ["b"]]
    assert shell.split("trap 'bye \"$?\"' EXIT; a; exit 3") == [["a"], ["bye", "3"]]
    assert shell.split("eval 'X=1; set -- p'; a $X $1; eval \"eval 'b'\"") == [
        ["a", "1", "p"], ["b"],
    ]  # fmt: skip


def test_functional_exits(module, shell):
    """After exit, return or exec nothing starts; behind a condition they leave the rest listed."""
    for line in ("a; exit; b", "a; return\nb", "exec a; b", "f() { exit; }; a; f; b"):
        assert shell.split(line) == [["a"]]
    for line in ("(exit); a", "exit | a", "exit & a", "$(exit) a", "f() { return; b; }; f; a"):
        assert shell.split(line) == [["a"]]
    for line in ("a && exit; b", "a || exit; b", "if a; then exit; fi; b", "a || return\nb"):
        assert shell.split(line) == [["a"], ["b"]]
    shell.answer("b", stdout="b")
    assert module.run_shell("b; exit 3; b") == (3, "b", "")
    assert module.run_shell("b && exit 3; b") == (3, "b", "")
    assert module.run_shell("set -e; b; false; b") == (1, "b", "")
    assert module.run_shell("false || b | a; b") == (0, "b", "")


def test_functional_redirected_output(module, shell):
    """What goes to a file isn't seen; the streams can be joined."""
    shell.answer("a", stdout="out", stderr="err")
    assert module.run_shell("a > x") == (0, "", "err")
    assert module.run_shell("{ a; } 2>/dev/null") == (0, "out", "")
    assert module.run_shell("b $(a 2>&1)") == (0, "", "")
    assert shell.programs[-1] == ["b", "outerr"]
    assert module.run_shell("a >&2") == (0, "", "outerr")
    assert module.run_shell("a | { read X; b $X; }") == (0, "", "err")
    assert shell.programs[-1] == ["b", "out"]


def test_functional_lines_before_a_syntax_error(module, shell):
    """A shell reads and runs line by line: an error stops it, but not what came before."""
    shell.answer("a", stdout="ran")
    lines = ['a\n"open', "a\n\nb (", "a\nif b; then\nc\n", "a\nb &&\n", "a\n{ b\nc",
             "a\nb; c $(\nd", "a\nfor i in b; do c\n", "a\nb `c\n", "eval 'a\n)'; b"]  # fmt: skip
    for line in lines:
        status, out, err = module.run_shell(line)
        assert (status, out) == (2, "ran") and "Syntax error" in err
    assert shell.programs == [["a"]] * 9
    assert shell.split("a\nsh -c 'b\n(' \nc") == [["a"], ["b"], ["c"]]
    assert shell.split("reboot\n\"open") == [["reboot"]]
    assert shell.split("exit\n(") == []


def test_functional_bad_expansions(module, shell):
    """A bad expansion ends the shell where it is reached, and not before."""
    for line in ("a; b ${1x}; c", "a; b ${X:?}; c", "a; shift 3; c"):
        assert module.run_shell(line)[0] == 2
    assert shell.programs == [["a"]] * 3


def test_functional_endless_lines(shell):
    """Depth and length have their limits."""
    assert shell.split("(" * 500 + "a" + ")" * 500) == []
    assert shell.split("f() { a; f; }; f")[0] == ["a"]
    assert len(shell.split("f() { a | f | f; }; f")) < 30_000
    assert shell.split("(" * 20 + "a" + ")" * 20) == [["a"]]
    assert shell.split("$(" * 20 + "a" + ")" * 20) == [["a"]]


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
