/**
 * Ways to make a wrong answer pass, by what they tamper with. Each piece of code defines `f`, doesn't do what
 * the body of the test demands, and must not pass all the same.
 */
export interface Forgery {
  readonly what: string;
  readonly code: string;
  /** Body of the test; by default it demands 42 of code that doesn't know it. */
  readonly test?: string;
}

const LINES = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** Code that patches something at import and then gives a wrong answer. */
const patching = (...lines: readonly string[]): string =>
  LINES(...lines, 'def f():', '    return 1');

const BRIDGE = ['import os', "d = os.open('/dev/bridge', os.O_RDWR)"];
const PASSED =
  '{"event": "test-finished", "name": "test_functional_it", "result": {"status": "passed"}}';

const COMPARISON: readonly Forgery[] = [
  { what: 'an object that equals everything', code: LINES('class Yes:', '    __eq__ = __ne__ = __bool__ = lambda *_: True', 'def f():', '    return Yes()') },
  { what: 'an int that equals everything', code: LINES('class Yes(int):', '    def __eq__(self, other): return True', '    __hash__ = int.__hash__', 'def f():', '    return Yes(1)') },
  { what: 'a text that equals everything', code: LINES('class Yes(str):', '    def __eq__(self, other): return True', '    __hash__ = str.__hash__', 'def f():', '    return Yes("x")'), test: 'assert candidate() == "42"' },
  { what: 'a list that equals everything', code: LINES('class Yes(list):', '    def __eq__(self, other): return True', 'def f():', '    return Yes()'), test: 'assert candidate() == [42]' },
  { what: 'a dictionary whose keys equal everything', code: LINES('class Key(str):', '    def __eq__(self, other): return True', '    def __hash__(self): return hash("answer")', 'def f():', '    return {Key("x"): 1}'), test: 'assert candidate()["answer"] == 42' },
  { what: 'a tuple that claims to contain everything', code: LINES('class Yes(tuple):', '    def __contains__(self, item): return True', 'def f():', '    return Yes()'), test: 'assert 42 in candidate()' },
  { what: 'an object that says it is an int', code: LINES('class Yes:', '    __class__ = int', '    def __eq__(self, other): return True', '    def __index__(self): return 42', 'def f():', '    return Yes()'), test: 'value = candidate()\nassert isinstance(value, int) and value == 42' },
  { what: 'a metaclass that makes everything an instance', code: LINES('class Meta(type):', '    def __instancecheck__(cls, item): return True', '    def __subclasscheck__(cls, item): return True', 'class f(metaclass=Meta):', '    pass'), test: 'assert isinstance(candidate(), int)' },
  { what: 'an object that sorts and adds up to anything', code: LINES('class Yes(int):', '    __lt__ = __gt__ = __le__ = __ge__ = lambda *_: True', '    __add__ = __radd__ = lambda *_: 42', 'def f():', '    return Yes()'), test: 'assert candidate() + 0 == 42' },
  { what: 'a length that is whatever is asked for', code: LINES('class Yes(list):', '    def __len__(self): return 42', 'def f():', '    return Yes()'), test: 'assert len(candidate()) == 42 and list(candidate()) != []' },
]; // prettier-ignore

const EXCEPTIONS: readonly Forgery[] = [
  { what: 'raising a stranger', code: LINES('class Odd(BaseException): pass', 'def f():', '    raise Odd') },
  { what: 'raising a look-alike of success', code: LINES('def f():', '    raise StopIteration(42)') },
  { what: 'ending the generator of the caller', code: LINES('def f():', '    raise GeneratorExit') },
  { what: 'the keyboard', code: LINES('def f():', '    raise KeyboardInterrupt') },
  { what: 'leaving with success', code: LINES('def f():', '    raise SystemExit(0)') },
  { what: 'leaving as a refusal', code: LINES('def f():', '    raise SystemExit(0)'), test: 'assert attack(candidate).refused' },
  { what: 'a refusal that is no exception of the kind', code: LINES('class Odd(BaseException): pass', 'def f():', '    raise Odd'), test: 'assert attack(candidate).refused' },
  { what: 'a class that inherits by a metaclass alone', code: LINES('class Meta(type):', '    def mro(cls): return [cls, Exception, BaseException, object]', 'class Odd(Exception, metaclass=Meta): pass', 'def f():', '    raise Odd'), test: 'with raises(ValueError):\n    candidate()' },
  { what: 'an exception that claims another class', code: LINES('class Odd(Exception):', '    __class__ = ValueError', 'def f():', '    raise Odd'), test: 'with raises(ValueError):\n    candidate()' },
  { what: 'an exception that answers every look', code: LINES('class Odd(Exception):', '    def __getattribute__(self, name): return "ValueError"', 'def f():', '    raise Odd'), test: 'with raises(ValueError):\n    candidate()' },
  { what: 'exceptions of the harness itself', code: LINES('import sys', 'def f():', '    raise sys.modules["protocol"].CellDied("exit", "0")') },
  { what: 'a mutable text in an exception', code: LINES('class Text(str):', '    def __eq__(self, other): return True', '    def __contains__(self, item): return True', 'def f():', '    raise ValueError(Text("x"))'), test: 'with raises(ValueError, match="forty-two"):\n    candidate()' },
]; // prettier-ignore

const DEATH: readonly Forgery[] = [
  { what: 'a hard exit with success', code: LINES('import os', 'def f():', '    os._exit(0)') },
  { what: 'a hard exit at the end', code: LINES('import atexit, os', 'atexit.register(os._exit, 0)', 'def f():', '    return 1') },
  { what: 'a signal to itself', code: LINES('import os, signal', 'def f():', '    os.kill(os.getpid(), signal.SIGKILL)', '    return 1') },
  { what: 'an abort', code: LINES('import os', 'def f():', '    os.abort()') },
  { what: 'an exec of something that succeeds', code: LINES('import os', 'def f():', '    os.execv("/bin/true", ["true"])') },
  { what: 'a crash by a faulty handler', code: LINES('import faulthandler', 'def f():', '    faulthandler._sigsegv()') },
]; // prettier-ignore

const INTERPRETER: readonly Forgery[] = [
  { what: 'patched builtins', code: patching('import builtins', 'builtins.AssertionError = ValueError', 'builtins.isinstance = lambda *a: True', 'builtins.type = lambda *a: int') },
  { what: 'a patched import', code: patching('import builtins', 'builtins.__import__ = lambda *a, **k: 42') },
  { what: 'an import hook', code: patching('import sys', 'class Hook:', '    def find_spec(self, *_): return None', 'sys.meta_path.insert(0, Hook())', 'for name in list(sys.modules):', '    if name.startswith(("harness", "codec", "wire")): del sys.modules[name]') },
  { what: 'a patched codec', code: patching('import sys', 'for module in list(sys.modules.values()):', '    for name in ("encode", "serve", "dumps"):', '        if getattr(module, "__name__", "") in ("codec", "wire", "json") and hasattr(module, name): setattr(module, name, lambda *a, **k: 42)') },
  { what: 'a codec whose values are all 42', code: patching('import sys', 'sys.modules["codec"].Cell.encode_object = lambda self, value: 42', 'sys.modules["wire"].Wire.encode = lambda self, value: 1') },
  { what: 'other code in the functions of the harness', code: patching('import sys', 'def other(*a, **k): return 1', 'for module in list(sys.modules.values()):', '    if getattr(module, "__name__", "").startswith("harness.cell"):', '        for item in list(vars(module).values()):', '            if hasattr(item, "__code__") and not item.__code__.co_freevars:', '                try: item.__code__ = other.__code__', '                except ValueError: pass') },
  { what: 'frames of the caller', code: LINES('import sys', 'def f():', '    frame = sys._getframe()', '    while frame:', '        for value in frame.f_locals.values():', '            if value == 42: return 42', '        frame = frame.f_back', '    return 1') },
  { what: 'changed variables of the caller', code: LINES('import sys', 'def f():', '    frame = sys._getframe().f_back', '    while frame:', '        for name in list(frame.f_locals):', '            try: frame.f_locals[name] = 42', '            except Exception: pass', '        frame = frame.f_back', '    return 1') },
  { what: 'a search for the tests in memory', code: LINES('import gc', 'def f():', '    gc.unfreeze()', '    for item in gc.get_objects():', '        code = getattr(item, "__code__", None)', '        if code is not None and code.co_name.startswith("test_functional"): return code.co_consts[-1]', '    return 1'), test: 'expected = 4242\nassert candidate() == expected' },
  { what: 'objects of the harness found by the collector', code: LINES('import gc', 'def f():', '    for item in gc.get_objects():', '        if type(item).__name__ in ("Runner", "Judge"):', '            for name in ("_tell", "serve"):', '                try: setattr(item, name, lambda *a: None)', '                except Exception: pass', '    return 1') },
  { what: 'a trace function', code: patching('import sys', 'def trace(frame, event, arg):', '    frame.f_trace_opcodes = True', '    if event == "return": frame.f_locals["result"] = 42', '    return trace', 'sys.settrace(trace)') },
  { what: 'a profile function that raises', code: patching('import sys', 'def profile(frame, event, arg):', '    if frame.f_code.co_name == "_call": raise SystemExit(0)', 'sys.setprofile(profile)') },
  { what: 'monitoring of every return', code: patching('import sys', 'm = sys.monitoring', 'm.use_tool_id(3, "x")', 'm.set_events(3, m.events.PY_RETURN)', 'm.register_callback(3, m.events.PY_RETURN, lambda *a: (_ for _ in ()).throw(SystemExit(0)))') },
  { what: 'a tiny limit of recursion for the harness', code: patching('import sys', 'sys.setrecursionlimit(60)') },
  { what: 'a handler for unraisable errors', code: patching('import sys, os', 'sys.excepthook = sys.unraisablehook = lambda *a: os._exit(0)') },
  { what: 'warnings that are errors', code: patching('import warnings', 'warnings.simplefilter("error")') },
  { what: 'a finaliser that acts later', code: LINES('import os', 'class Late:', '    def __del__(self): os._exit(0)', 'def f():', '    Late()', '    return 1') },
]; // prettier-ignore

const MESSAGES: readonly Forgery[] = [
  { what: 'printed results', code: LINES('def f():', `    print(${JSON.stringify(PASSED)})`, '    return 1') },
  { what: 'results on the standard output as bytes', code: LINES('import os', 'def f():', `    os.write(1, ${JSON.stringify(PASSED)}.encode())`, '    return 1') },
  { what: 'forged replies on the bridge', code: LINES(...BRIDGE, 'def f():', `    os.write(d, b'["ok", 42]')`, '    os.read(d, 4096)', '    return 1') },
  { what: 'forged events for the page', code: LINES(...BRIDGE, 'def f():', `    os.write(d, b'["host", ${PASSED}]')`, '    os._exit(0)') },
  { what: 'a request for something never shared', code: LINES(...BRIDGE, 'def f():', ...[1, 2, 3, -1].map((n) => `    os.write(d, b'["call", ${n}, [], {}]')`), '    return 1') },
  { what: 'a request for a private name', code: LINES(...BRIDGE, 'def f(callback=None):', `    os.write(d, b'["get", 1, "__globals__"]')`, '    return os.read(d, 4096)'), test: 'def callback():\n    return 42\nassert b"ok" in candidate(callback)' },
  { what: 'a request that is no JSON', code: LINES(...BRIDGE, 'def f():', '    os.write(d, b"\\xff\\x00[[[")', '    return 1') },
  { what: 'a request nested a hundred thousand deep', code: LINES(...BRIDGE, 'def f():', '    os.write(d, b"[" * 100_000)', '    return 1') },
  { what: 'a request of sixteen megabytes', code: LINES(...BRIDGE, 'def f():', '    try: os.write(d, b"[" + b"1," * (9 << 20) + b"1]")', '    except OSError: pass', '    return 1') },
  { what: 'an answer that is deeper than any test', code: LINES('def f():', '    value = 42', '    for _ in range(5000): value = [value]', '    return value') },
  { what: 'a number with a million digits', code: LINES('def f():', '    return 10 ** 1_000_000') },
  { what: 'the answer in a surrogate', code: LINES('def f():', '    return "42\\udc80"'), test: 'assert candidate() == "42"' },
]; // prettier-ignore

const RECORDS: readonly Forgery[] = [
  { what: 'a record of a program that is taken back', code: LINES('import os, sys', 'def f():', '    os.system("rm -rf /")', '    for module in list(sys.modules.values()):', '        for item in list(getattr(module, "__dict__", {}).values()):', '            if type(item) is list:', '                try: item.clear()', '                except Exception: pass', '    return 42'), test: 'assert candidate() == 42\nassert shell.programs == []' },
  { what: 'a program that is started past the patched recorder', code: LINES('import os, sys', 'for name, module in list(sys.modules.items()):', '    if name == "harness.cell.processes":', '        for key, item in list(vars(module).items()):', '            if callable(item) and key.startswith("_"): setattr(module, key, lambda *a, **k: None)', 'def f():', '    import subprocess', '    subprocess.run(["rm", "-rf", "/"])', '    return 42'), test: 'assert candidate() == 42\nassert shell.programs == [["backup", "now"]]' },
  { what: 'a forged record of a program', code: LINES('import sys', 'def f():', '    import subprocess', '    subprocess.run("rm -rf / # backup now", shell=True)', '    return 42'), test: 'assert candidate() == 42\nassert shell.programs == [["backup", "now"]]' },
  { what: 'a network request that is hidden', code: LINES('import sys, urllib.request', 'def f():', '    try: urllib.request.urlopen("http://evil.example/")', '    except OSError: pass', '    sys.modules.pop("harness.cell.network", None)', '    return 42'), test: 'assert candidate() == 42\nassert network.lookups == [] and network.connections == []' },
  { what: 'a file that hides behind a name of JavaScript', code: LINES('def f():', '    for name in ("__proto__", "constructor", "hasOwnProperty"):', '        open(name, "w").close()', '    return 42'), test: 'assert candidate() == 42\nassert list(tmp_path.iterdir()) == []' },
  { what: 'a link to the files of the judge', code: LINES('import os', 'def f():', '    os.symlink("/lib/tests/harness/api.py", "link")', '    return 42'), test: 'candidate()\nassert "raises" in (tmp_path / "link").read_text()' },
  { what: 'a work directory that is a link', code: LINES('import os, shutil', 'def f(path):', '    shutil.rmtree(path)', '    os.symlink("/lib", path)', '    return 42'), test: 'candidate(str(tmp_path))\nassert any(tmp_path.iterdir())' },
  { what: 'a patched umask', code: LINES('import os', 'os.umask = lambda mask: 0o077', 'def f():', '    os.umask(0o077)', '    open("secret", "w").close()', '    return 42'), test: 'candidate()\nassert (tmp_path / "secret").stat().st_mode & 0o077 == 0' },
  { what: 'a chmod that only says so', code: LINES('import os', 'os.chmod = lambda *a, **k: None', 'def f():', '    open("secret", "w").close()', '    os.chmod("secret", 0o600)', '    return 42'), test: 'candidate()\nassert (tmp_path / "secret").stat().st_mode & 0o077 == 0' },
  { what: 'a clock of its own', code: LINES('import time', 'time.time = lambda: 0', 'def f():', '    time.time()', '    return 42'), test: 'assert candidate() == 42\nassert clock.calls != []' },
]; // prettier-ignore

const CONTEXT: readonly Forgery[] = [
  { what: 'a context manager that swallows failed assertions', code: LINES('class f:', '    value = 1', '    def __enter__(self): return self', '    def __exit__(self, *error): return True'), test: 'with candidate() as found:\n    assert found.value == 42' },
  { what: 'a context manager that turns failures into values', code: LINES('class f:', '    value = 1', '    def __enter__(self): return self', '    def __exit__(self, *error): raise StopIteration'), test: 'with candidate() as found:\n    assert found.value == 42' },
  { what: 'a callback whose failed assertion is caught', code: LINES('def f(callback):', '    try: callback(1)', '    except AssertionError: pass'), test: 'def callback(value):\n    assert value == 42\ncandidate(callback)' },
  { what: 'a callback whose failure is caught as anything', code: LINES('def f(callback):', '    try: callback(1)', '    except BaseException: pass', '    return 42'), test: 'def callback(value):\n    assert value == 42\nassert candidate(callback) == 42' },
  { what: 'an iterator that repeats what is looked for', code: LINES('class f:', '    def __contains__(self, item): return True', '    def __iter__(self): return iter([1])'), test: 'assert 42 in candidate()' },
]; // prettier-ignore

export const FORGERIES: readonly Forgery[] = [
  ...CONTEXT,
  ...COMPARISON,
  ...EXCEPTIONS,
  ...DEATH,
  ...INTERPRETER,
  ...MESSAGES,
  ...RECORDS,
];

/** Code that leaves something behind, which would make the next attempt on the same worker pass. */
export const LEFT_BEHIND: readonly Forgery[] = [
  { what: 'a patched comparison of the codec', code: patching('import sys', 'sys.modules["wire"].Wire.encode = lambda self, value: 42') },
  { what: 'a builtin that answers', code: patching('import builtins', 'builtins.answer = 42') },
  { what: 'a module that answers', code: patching('import sys, types', 'm = types.ModuleType("answer")', 'm.value = 42', 'sys.modules["answer"] = m') },
  { what: 'a file that answers', code: patching('import os', 'os.makedirs("/tmp/left", exist_ok=True)', 'open("/tmp/left/answer.py", "w").write("value = 42")', 'import sys', 'sys.path.insert(0, "/tmp/left")') },
  { what: 'a thread that waits', code: patching('import threading, time', 'try: threading.Thread(target=lambda: time.sleep(1), daemon=True).start()', 'except RuntimeError: pass') },
  { what: 'a task that waits', code: patching('import asyncio', 'loop = asyncio.new_event_loop()', 'asyncio.set_event_loop(loop)', 'loop.call_later(0, print)') },
  { what: 'a prototype changed by a file name', code: patching('import os', 'for name in ("__proto__", "constructor", "toString", "hasOwnProperty", "contents", "mode"):', '    try: open("/tmp/" + name, "w").close()', '    except OSError: pass') },
  { what: 'a descriptor that stays open', code: patching('import os', 'os.dup2(os.open("/dev/null", os.O_RDWR), 1)', 'for fd in range(3, 40):', '    try: os.close(fd)', '    except OSError: pass') },
  { what: 'patched shims', code: patching('import os, hashlib, time', 'os.umask = os.link = hashlib.pbkdf2_hmac = time.sleep = lambda *a, **k: 42') },
  { what: 'functions of the harness with other code', code: patching('import sys', 'def other(*a, **k): return 42', 'for name, module in list(sys.modules.items()):', '    if name.startswith(("harness", "codec", "wire")):', '        for item in list(vars(module).values()):', '            if hasattr(item, "__code__") and not item.__code__.co_freevars:', '                try: item.__code__ = other.__code__', '                except ValueError: pass') },
]; // prettier-ignore
