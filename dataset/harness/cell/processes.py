"""Doubles for everything that starts a process: the start is told to the judge, nothing starts.

subprocess.run, check_output, getoutput and os.popen stay the genuine code on top of a double for
Popen. The doubles are put in place once, before any candidate, so that an early
`from subprocess import Popen` gets them too.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from harness.cell import async_processes, environ, missing
from harness.cell.side import harness_code

PROCESS_ID = 4242

_CONVENIENCE = {"run", "call", "check_call", "check_output", "getoutput", "getstatusoutput"}
_genuine_isdir = os.path.isdir
_genuine_write = os.write


class _State:
    callbacks: dict[str, Callable[..., Any]] | None = None


def start(
    api: str,
    arguments: Any,
    *,
    shell: bool = False,
    executable: Any = None,
    cwd: Any = None,
    env: Mapping[Any, Any] | None = None,
) -> tuple[int, int, bytes, bytes]:
    """Record a start as the system would take it; return (number, status, stdout, stderr).

    Raises what the genuine functions raise: TypeError and ValueError for arguments that can't be
    passed on, FileNotFoundError for a missing program or directory.
    """
    words = [arguments] if isinstance(arguments, (str, bytes, os.PathLike)) else list(arguments)
    if not words:
        raise IndexError("list index out of range")
    texts = [_text(word) for word in words]
    environment = None if env is None else _environment(env)
    directory = None if cwd is None else _text(cwd)
    with harness_code():
        if directory is not None and not _genuine_isdir(directory):
            raise FileNotFoundError(2, "No such file or directory", directory)
    if executable is not None and not shell:
        texts[0] = _text(executable)
    if _State.callbacks is None:
        return 0, 0, b"", b""
    argv, command = (None, texts) if shell else (texts, None)
    inherited = environ.everything() if environment is None else None
    number, status, out, err, found = _State.callbacks["start"](
        api, argv, command, directory, environment, inherited
    )
    if not found:
        raise FileNotFoundError(2, "No such file or directory", texts[0])
    return number, status, out, err


def feed(number: int, data: bytes) -> None:
    """Tell what was written to a program's standard input."""
    if _State.callbacks is not None and data:
        _State.callbacks["feed"](number, data)


def _text(word: Any) -> str:
    text = os.fsdecode(word)
    if "\0" in text:
        raise ValueError("embedded null byte")
    return str(text)


def _environment(env: Mapping[Any, Any]) -> dict[str, str]:
    texts = {_text(name): _text(value) for name, value in env.items()}
    if any("=" in name for name in texts):
        raise ValueError("illegal environment variable name")
    return texts


def _caller() -> str:
    """Name the function of subprocess or os that the candidate called."""
    api, frame = "subprocess.Popen", sys._getframe(2)
    while frame is not None and frame.f_globals.get("__name__") in ("subprocess", "os"):
        module, name = frame.f_globals["__name__"], frame.f_code.co_name
        if name in _CONVENIENCE or name == "popen":
            api = f"{module}.{name}"
        frame = frame.f_back
    return api


class _Input(io.BytesIO):
    """A pipe to the program; tells the judge what was written when it is flushed or closed."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._told = 0

    def flush(self) -> None:
        super().flush()
        data = self.getvalue()[self._told :]
        self._told += len(data)
        feed(self._number, data)

    def close(self) -> None:
        if not self.closed:
            self.flush()
        super().close()


class Popen:
    """In the place of subprocess.Popen: the program has already ended with its canned answer."""

    def __init__(
        self,
        args: Any,
        bufsize: int = -1,
        executable: Any = None,
        stdin: Any = None,
        stdout: Any = None,
        stderr: Any = None,
        preexec_fn: Any = None,
        close_fds: bool = True,
        shell: bool = False,
        cwd: Any = None,
        env: Any = None,
        universal_newlines: bool | None = None,
        startupinfo: Any = None,
        creationflags: int = 0,
        restore_signals: bool = True,
        start_new_session: bool = False,
        pass_fds: Iterable[int] = (),
        *,
        user: Any = None,
        group: Any = None,
        extra_groups: Any = None,
        encoding: str | None = None,
        errors: str | None = None,
        text: bool | None = None,
        umask: int = -1,
        pipesize: int = -1,
        process_group: Any = None,
    ) -> None:
        self.args = args
        self.pid = PROCESS_ID
        self.returncode: int | None = None
        self.text_mode = bool(text or universal_newlines or encoding or errors)
        self.encoding, self.errors = encoding or "utf-8", errors or "strict"
        number, self._status, out, err = start(
            _caller(), args, shell=bool(shell), executable=executable, cwd=cwd, env=env
        )
        self._number = number
        if stderr == subprocess.STDOUT:
            out, err, stderr = out + err, b"", None
        self.stdin = self._wrap(_Input(number), True) if stdin == subprocess.PIPE else None
        self.stdout = self._output(stdout, out, 1)
        self.stderr = self._output(stderr, err, 2)

    def _wrap(self, raw: Any, writes: bool) -> Any:
        if not self.text_mode:
            return raw
        return io.TextIOWrapper(raw, self.encoding, self.errors, write_through=writes)

    def _output(self, target: Any, data: bytes, own: int) -> Any:
        if target == subprocess.PIPE:
            return self._wrap(io.BytesIO(data), False)
        if target is None:
            stream = sys.stdout if own == 1 else sys.stderr
            stream.write(data.decode("utf-8", "replace"))
        elif target != subprocess.DEVNULL and data:
            _genuine_write(target if isinstance(target, int) else target.fileno(), data)
        return None

    def communicate(self, input: Any = None, timeout: float | None = None) -> tuple[Any, Any]:
        """Hand over the input; return what the program printed."""
        if self.stdin is not None:
            if input:
                self.stdin.write(input)
            self.stdin.close()
        self.wait()
        return tuple(None if s is None else s.read() for s in (self.stdout, self.stderr))

    def wait(self, timeout: float | None = None) -> int:
        """Return the exit status."""
        self.returncode = self._status
        return self.returncode

    def poll(self) -> int | None:
        """Return the exit status: the program has always ended."""
        return self.wait()

    def send_signal(self, signal: int) -> None:
        """Do nothing: the program has ended."""

    def terminate(self) -> None:
        """Do nothing: the program has ended."""

    def kill(self) -> None:
        """Do nothing: the program has ended."""

    @property
    def universal_newlines(self) -> bool:
        """The older name of text mode."""
        return self.text_mode

    def __enter__(self) -> Popen:
        return self

    def __exit__(self, *error: Any) -> None:
        for stream in (self.stdout, self.stderr, self.stdin):
            if stream is not None:
                stream.close()
        self.wait()

    def __class_getitem__(cls, item: Any) -> type:
        return cls


def _system(command: Any) -> int:
    status = start("os.system", command, shell=True)[1]
    return -status if status < 0 else status << 8


def _exec_double(name: str) -> Callable[..., None]:
    def replace_process(path: Any, *arguments: Any) -> None:
        env = None
        if name.endswith("e"):
            *arguments_list, env = arguments
            arguments = tuple(arguments_list)
        words = list(arguments) if name.startswith("execl") else list(arguments[0])
        status = start(f"os.{name}", words, executable=path, env=env)[1]
        raise SystemExit(status)

    return replace_process


def _spawn_double(name: str) -> Callable[..., int]:
    def spawn(mode: int, path: Any, *arguments: Any) -> int:
        env = None
        if name.endswith("e"):
            *arguments_list, env = arguments
            arguments = tuple(arguments_list)
        words = list(arguments) if name.startswith("spawnl") else list(arguments[0])
        try:
            status = start(f"os.{name}", words, executable=path, env=env)[1]
        except FileNotFoundError:
            status = 127
        return PROCESS_ID if mode == os.P_NOWAIT else status

    return spawn


def _posix_spawn_double(name: str) -> Callable[..., int]:
    def posix_spawn(path: Any, argv: Any, env: Any = None, **settings: Any) -> int:
        start(f"os.{name}", argv, executable=path, env=env)
        return PROCESS_ID

    return posix_spawn


def _fork() -> int:
    missing.report("os.fork")
    raise OSError(38, "Function not implemented")


def install() -> None:
    """Put the doubles in place."""
    subprocess.Popen = Popen  # type: ignore[assignment, misc]
    os.system = _system
    for suffix in ("l", "le", "lp", "lpe", "v", "ve", "vp", "vpe"):
        setattr(os, f"exec{suffix}", _exec_double(f"exec{suffix}"))
        setattr(os, f"spawn{suffix}", _spawn_double(f"spawn{suffix}"))
    for name in ("posix_spawn", "posix_spawnp"):
        setattr(os, name, _posix_spawn_double(name))
    for name in ("P_WAIT", "P_NOWAIT", "P_NOWAITO"):
        if not hasattr(os, name):
            setattr(os, name, ("P_WAIT", "P_NOWAIT", "P_NOWAITO").index(name))
    os.fork = os.forkpty = _fork  # type: ignore[assignment]
    async_processes.install(start, feed)


def begin(option: dict[str, Callable[..., Any]] | None) -> None:
    """Take the test's callbacks."""
    _State.callbacks = option


def end() -> None:
    """Forget the test's callbacks."""
    _State.callbacks = None
