import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { findPython, isolation } from '../../scripts/dataset/native.ts';
import { test } from './lab-page.ts';

/**
 * What code under test would notice if this weren't Linux. Each expression is evaluated in the cell and,
 * where there is one, by a native CPython.
 */
const FACTS: readonly (readonly [what: string, setUp: string, expression: string, expected: string])[] = [
  ['new files obey the umask', 'import os; os.umask(0o077); open("a", "w").close()', 'oct(os.stat("a").st_mode & 0o777)', '"0o600"'],
  ['new files are 0644 by default', 'import os; open("a", "w").close()', 'oct(os.stat("a").st_mode & 0o777)', '"0o644"'],
  ['new folders obey the umask', 'import os; os.umask(0o027); os.mkdir("d")', 'oct(os.stat("d").st_mode & 0o777)', '"0o750"'],
  ['os.open takes a mode', 'import os; os.close(os.open("a", os.O_CREAT | os.O_WRONLY, 0o666))', 'oct(os.stat("a").st_mode & 0o777)', '"0o644"'],
  ['databases obey the umask', 'import os, sqlite3; os.umask(0o077); sqlite3.connect("a.db").execute("create table t(a)")', 'oct(os.stat("a.db").st_mode & 0o777)', '"0o600"'],
  ['mkstemp makes private files', 'import os, tempfile; fd, name = tempfile.mkstemp(dir=".")', 'oct(os.fstat(fd).st_mode & 0o777)', '"0o600"'],
  ['exclusive creation refuses a link that dangles', 'import os\ndef make():\n    os.symlink("nowhere", "link")\n    try: open("link", "x")\n    except FileExistsError: return os.path.lexists("nowhere")', 'make()', 'False'],
  ['O_NOFOLLOW refuses a link', 'import os\ndef make():\n    open("t", "w").close(); os.symlink("t", "link")\n    try: os.open("link", os.O_RDONLY | os.O_NOFOLLOW)\n    except OSError as e: return e.errno != 0', 'make()', 'True'],
  ['a hard link publishes only once', 'import os\ndef make():\n    open("a", "w").write("1"); os.link("a", "b")\n    try: os.link("a", "b")\n    except FileExistsError: return open("b").read()', 'make()', '"1"'],
  ['the user is nobody special', 'import os, pwd', '(os.getuid(), os.geteuid(), pwd.getpwuid(os.getuid()).pw_name)', '(1000, 1000, "user")'],
  ['files can not be given away', 'import os\ndef give():\n    open("a", "w").close()\n    try: os.chown("a", 0, 0)\n    except PermissionError: return True', 'give()', 'True'],
  ['pbkdf2 gives the vector of RFC 7914', 'import hashlib', 'hashlib.pbkdf2_hmac("sha256", b"passwd", b"salt", 1, 64).hex()[:32]', '"55ac046e56e3089fec1691c22544b605"'],
  ['scrypt gives the vector of RFC 7914', 'import hashlib', 'hashlib.scrypt(b"password", salt=b"NaCl", n=1024, r=8, p=16, maxmem=1 << 26).hex()[:32]', '"fdbabe1c9d3472007856e7190d01e9fe"'],
  ['scrypt keeps the memory limit of OpenSSL', 'import hashlib\ndef derive():\n    try: hashlib.scrypt(b"p", salt=b"s", n=2 ** 15, r=8, p=1)\n    except ValueError: return True', 'derive()', 'True'],
  ['asyncio.run runs coroutines and timers', 'import asyncio\nasync def main():\n    await asyncio.sleep(0.001)\n    return await asyncio.gather(*[asyncio.sleep(0, n) for n in range(3)])', 'asyncio.run(main())', '[0, 1, 2]'],
  ['local time is UTC', 'import time', '(time.timezone, time.localtime(0).tm_hour, time.mktime((1970, 1, 1, 0, 0, 0, 0, 0, 0)))', '(0, 0, 0.0)'],
  ['modules outside the memory images can be imported', 'import colorsys, wave, sched', 'colorsys.rgb_to_hsv(1, 0, 0)[2]', '1'],
  ['a name of 255 bytes is the longest', 'import errno, os\ndef make():\n    os.mkdir("é" * 127); open("a" * 255, "w").close()\n    seen = sorted(map(len, os.listdir()))\n    for act in (lambda: open("b" * 256, "w"), lambda: os.mkdir("é" * 128), lambda: os.symlink("x", "c" * 256), lambda: os.rename("a" * 255, "d" * 256)):\n        try: act()\n        except OSError as e: seen.append(errno.errorcode[e.errno])\n    return seen', 'make()', '[127, 255] + ["ENAMETOOLONG"] * 4'],
  ['pathlib makes hard links', 'import os, pathlib\ndef make():\n    open("a", "w").write("1"); pathlib.Path("b").hardlink_to("a")\n    return open("b").read()', 'make()', '"1"'],
  ['what is not there is told as on Linux', 'import errno, os\ndef ask():\n    os.mkdir("d"); open("d/f", "w").close(); os.symlink("nowhere", "l"); os.symlink("d", "ld"); seen = []\n    for act in (os.stat, os.lstat, open, os.listdir, os.unlink, os.rmdir, os.chdir, lambda p: open(p, "w").close()):\n        for path in ("n/f", "d/n/f", "./d//n/f", "d/f/x", "d/f/../f", "l/x", "ld/n/x", "d/../n/x", os.path.abspath("d/n/x")):\n            try: act(path); seen.append("fine")\n            except OSError as e: seen.append(errno.errorcode[e.errno])\n    return seen', 'ask()', '(["ENOENT"] * 3 + ["ENOTDIR"] * 2 + ["ENOENT"] * 4) * 8'],
  ['asking for a name finds what is there', 'import os\ndef ask():\n    os.mkdir("d"); open("d/f", "w").close(); os.symlink("d", "ld"); os.symlink("nowhere", "l")\n    return [os.path.exists(p) for p in ("d/f", "ld/f", "d/../d/f", "d/./f", "l", "ld/n", "")] + [os.path.lexists("l"), os.access("d/f", os.R_OK), os.access("n", os.F_OK)]', 'ask()', '[True, True, True, True, False, False, False, True, True, False]'],
  ['a file that was removed or renamed is gone, and a new one is seen', 'import os\ndef ask():\n    open("a", "w").close(); os.rename("a", "b"); seen = [os.path.exists("a"), os.path.exists("b")]\n    os.unlink("b"); seen.append(os.path.exists("b")); open("b", "w").close(); seen.append(os.path.exists("b")); os.mkdir("a"); seen.append(os.path.isdir("a"))\n    return seen', 'ask()', '[False, True, False, True, True]'],
  ['two names are one file', 'import os\ndef ask():\n    open("a", "w").write("1"); os.link("a", "b"); os.chmod("b", 0o640); open("b", "a").write("2"); a, b = os.stat("a"), os.stat("b")\n    seen = [open("a").read(), a.st_nlink, oct(b.st_mode & 0o777), a.st_ino == b.st_ino, os.path.samefile("a", "b")]\n    os.rename("a", "b"); seen.append(sorted(os.listdir()))\n    os.unlink("a"); seen += [open("b").read(), os.stat("b").st_nlink]\n    return seen', 'ask()', '["12", 2, "0o640", True, True, ["a", "b"], "12", 1]'],
  ['a hard link is refused as on Linux', 'import errno, os, sys\ndef ask():\n    open("f", "w").close(); os.mkdir("d"); os.symlink("nowhere", "l"); os.mkdir("shut"); os.chmod("shut", 0o555); seen = []\n    for src, dst in (("n", "x"), ("f", "n/x"), ("f", "f/x"), ("f", "d"), ("f", "l"), ("n", "d"), ("d", "x"), ("d", "f"), ("f", "shut/x"), ("f", "x" * 256), ("f", ".."), ("/dev/null", "x")):\n        try: os.link(src, dst); seen.append("fine")\n        except OSError as e: seen.append(errno.errorcode[e.errno])\n    return seen', 'ask()', '["ENOENT", "ENOENT", "ENOTDIR", "EEXIST", "EEXIST", "ENOENT", "EPERM", "EEXIST", "EACCES", "ENAMETOOLONG", "EEXIST", "EXDEV"]'],
  ['a hard link names both paths in its error', 'import os\ndef ask():\n    try: os.link("n", "x")\n    except FileNotFoundError as e: return e.filename, e.filename2', 'ask()', '("n", "x")'],
  ['a link to a link may stand for the link itself', 'import os\ndef ask():\n    open("f", "w").write("1"); os.symlink("f", "l"); os.link("l", "x", follow_symlinks=False)\n    return os.path.islink("x"), os.readlink("x"), os.lstat("l").st_nlink', 'ask()', '(True, "f", 2)'],
  ['a folder with the set-group-ID bit hands it down to folders', 'import os\ndef ask():\n    os.mkdir("d"); os.chmod("d", 0o2770); os.makedirs("d/e/f"); open("d/e/g", "w").close()\n    return [oct(os.stat(p).st_mode) for p in ("d/e", "d/e/f", "d/e/g")]', 'ask()', '["0o42755", "0o42755", "0o100644"]'],
  ['the library is not ours', 'import os, sys\ndef ask():\n    seen = []; path = next(p for p in sys.path if os.path.exists(p))\n    for act in (lambda: os.chmod(path, 0o777), lambda: open(path, "r+b"), lambda: open(os.path.join(os.path.dirname(path), "new"), "w"), lambda: os.rename(path, path + "x")):\n        try: act(); seen.append("fine")\n        except OSError as e: seen.append(type(e).__name__)\n    return [name for name in seen if name != "IsADirectoryError"]', 'set(ask())', '{"PermissionError"}'],
  ['deeply nested JSON is an error', 'import json\ndef ask():\n    seen = []\n    for text in ("[" * 100_000, \'{"a":\' * 100_000, "[" * 100_000 + "]" * 100_000, \'[{"a":\' * 100_000):\n        try: json.loads(text)\n        except RecursionError: seen.append(json.loads(\'"[[{" \'))\n    return seen', 'ask()', '["[[{"] * 4'],
  ['JSON with many brackets that is not deep is read', 'import json\ndef ask():\n    flat = json.loads("[" + "[], {}, " * 3000 + \'"\' + "[" * 5000 + r\'\\\\\\"\' + "[" * 5000 + \'"]\')\n    deep = json.loads("[" * 900 + "]" * 900 + "   " )\n    return len(flat), len(flat[-1]), len(deep), json.JSONDecoder().raw_decode("[1] " + "[" * 5000)', 'ask()', '(6001, 10002, 1, ([1], 3))'],
  ['endless recursion through C code is an exception', 'import functools, json\nclass Loop:\n    def __getattr__(self, name): return getattr(self, name + "x")\n    def __repr__(self): return repr(self)\n    def __eq__(self, other): return [self] == [other]\n    def __hash__(self): return hash((self,))\n    def __str__(self): return f"{self}"\n    def __iter__(self): return iter(Loop())\n    def __bool__(self): return not self\ndef sort(x): return sorted([1], key=sort)\n@functools.lru_cache\ndef count(n): return count(n + 1)\ndef ask():\n    seen = []\n    for act in (lambda: Loop().x, lambda: repr(Loop()), lambda: Loop() == Loop(), lambda: hash(Loop()), lambda: str(Loop()), lambda: iter(Loop()), lambda: bool(Loop()), lambda: sort(1), lambda: count(0)):\n        try: act(); seen.append("fine")\n        except RecursionError: seen.append("RecursionError")\n    return seen', 'ask()', '["RecursionError"] * 9'],
  ['recursion through C code goes deep enough', 'class Node:\n    def __init__(self, inner): self.inner = inner\n    def __repr__(self): return f"({self.inner!r})"\n    def __eq__(self, other): return [self.inner] == [other.inner]\ndef ask():\n    a = b = 1\n    for _ in range(130): a, b = Node(a), Node(b)\n    return len(repr(a)), a == b, eval("+".join(["1"] * 220)), eval("[" * 150 + "]" * 150) != []', 'ask()', '(261, True, 220, True)'],
]; // prettier-ignore

/** Facts about the machine that the sandbox plays, not about Linux. */
const OURS: readonly string[] = ['the user is nobody special'];

for (const [what, setUp, expression, expected] of FACTS) {
  test(what, async ({ lab }) => {
    const code = `${setUp}\ndef f():\n    return ${expression}\n`;
    expect(await lab.result(code, `assert candidate() == ${expected}`)).toEqual({
      status: 'passed',
    });
  });
}

const python = findPython();

for (const [what, setUp, expression, expected] of FACTS.filter(([what]) => !OURS.includes(what))) {
  test(`native CPython agrees: ${what}`, () => {
    test.skip(python === null, 'no CPython can be started without network and rights here');
    const folder = mkdtempSync(join(tmpdir(), 'linux-fact-'));
    chmodSync(folder, 0o777);
    const [command = '', ...rest] = isolation();
    const { stderr, status } = spawnSync(
      command,
      [...rest, python ?? '', '-I', '-c', `${setUp}\nassert (${expression}) == (${expected})`],
      { cwd: folder, env: { TZ: 'UTC' }, encoding: 'utf8' },
    );
    rmSync(folder, { recursive: true, force: true });
    expect([status, stderr]).toEqual([0, '']);
  });
}

test('600,000 rounds of PBKDF2 take seconds', async ({ lab }) => {
  const code =
    'import hashlib\ndef f():\n    return hashlib.pbkdf2_hmac("sha256", b"p", b"salt", 600_000).hex()\n';
  const limits = { loadMs: 5000, testMs: 8000 };
  expect(await lab.result(code, 'assert len(candidate()) == 64', limits)).toEqual({
    status: 'passed',
  });
});

test('a thread that can not start makes the test inconclusive, not failed', async ({ lab }) => {
  const code =
    'import threading\ndef f():\n    t = threading.Thread(target=print); t.start(); t.join()\n    return 1\n';
  expect(await lab.result(code, 'assert candidate() == 1')).toMatchObject({
    status: 'inconclusive',
  });
});

test('making files without end is stopped at 5,000, wherever they are', async ({ lab }) => {
  for (const make of [
    'open(f"{i}", "w").close()',
    'os.mkdir(f"/tmp/{i}")',
    'os.symlink("x", f"{i}")',
  ]) {
    const code = `import itertools, os\ndef f():\n    for i in itertools.count():\n        ${make}\n`;
    expect(await lab.result(code, 'candidate()')).toEqual({
      status: 'died',
      how: 'crash',
      detail: 'RangeError: more than 5,000 files',
    });
  }
});

test('4,500 files are fine, and so are more that are removed again', async ({ lab }) => {
  const code =
    'import os, shutil\ndef f():\n    for _ in range(3):\n        os.mkdir("d")\n        for i in range(4_500): open(f"d/{i}", "w").close()\n        names = len(os.listdir("d")); shutil.rmtree("d")\n    return names\n';
  expect(await lab.result(code, 'assert candidate() == 4_500')).toEqual({ status: 'passed' });
});

test('what an attempt does to the library is not there for the next one', async ({ lab }) => {
  const code =
    'def f():\n    try:\n        with open("/lib/python314.zip", "r+b") as z: z.write(b"EVIL")\n    except OSError: pass\n    return open("/lib/python314.zip", "rb").read(4)\n';
  expect(await lab.result(code, 'candidate()')).toEqual({ status: 'passed' });
  expect(await lab.result(code, 'assert candidate() == b"PK\\x03\\x04"')).toEqual({
    status: 'passed',
  });
});

test('a module with a chain of 300 elif or a sum of 1,000 is loaded', async ({ lab }) => {
  const branches = Array.from({ length: 300 }, (_, n) => `    elif x == ${n}: return ${n}\n`);
  const code = `SUM = ${Array(1000).fill('1').join(' + ')}\ndef f(x):\n    if x < 0: return SUM\n${branches.join('')}`;
  expect(await lab.result(code, 'assert (candidate(299), candidate(-1)) == (299, 1000)')).toEqual({
    status: 'passed',
  });
});
