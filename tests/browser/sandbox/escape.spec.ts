import { expect } from '@playwright/test';
import { job, statuses, test } from './lab-page.ts';

/** Ways to the outside. Each gives text; `reached: …` is what must never come. */
const WAYS_OUT: readonly (readonly [what: string, code: string])[] = [
  ['import js', 'import js\n    return "reached: " + str(js.location)'],
  ['import pyodide_js', 'import pyodide_js\n    return "reached: " + str(pyodide_js)'],
  ['import pyodide.code', 'import pyodide.code\n    return "reached: " + str(pyodide.code.run_js("1"))'],
  ['import _pyodide_core', 'import _pyodide_core\n    return "reached: " + str(_pyodide_core)'],
  ['import ctypes', 'import ctypes\n    return "reached: " + str(ctypes.CDLL(None))'],
  ['a new import of a built-in', 'import importlib\n    return "reached: " + str(importlib.import_module("_pyodide_core"))'],
  ['the import finders', 'import sys\n    for finder in sys.meta_path:\n        if "Js" in type(finder).__name__: return "reached: " + str(finder)\n    return "no"'],
  ['the garbage collector', 'import gc\n    for x in gc.get_objects():\n        if type(x).__name__ == "JsProxy" or type(x).__name__ == "JsFinder" and vars(x): return "reached: " + str(x)\n    return "no"'],
  ['the network', 'import urllib.request\n    return "reached: " + urllib.request.urlopen(TARGET).read().decode()'],
  ['a socket', 'import socket\n    s = socket.create_connection(("127.0.0.1", PORT), 1); s.sendall(b"GET / HTTP/1.0\\r\\n\\r\\n")\n    return "reached: " + s.recv(10).decode()'],
  ['a program', 'import os\n    return "reached: shell" if os.system("true") == 0 and os.popen("echo x").read() == "x\\n" else "no"'],
]; // prettier-ignore

for (const [what, body] of WAYS_OUT) {
  test(`${what} leads nowhere`, async ({ lab }) => {
    const { port } = new URL(lab.url);
    const before = lab.requests.length;
    const code = `TARGET = ${JSON.stringify(lab.url)}\nPORT = ${port}\ndef f():\n    ${body}\n`;
    const result = await lab.result(
      code,
      'outcome = attack(candidate)\nassert outcome.refused or outcome.value == "no", str(outcome.value)',
    );
    expect(result).toEqual({ status: 'passed' });
    // The blob is the script of a fresh worker, in place of the one that is thrown away.
    expect(lab.requests.slice(before).filter((url) => !url.startsWith('blob:'))).toEqual([]);
  });
}

test('storage and cookies of the page are out of reach of the frame', async ({ lab }) => {
  const frame = lab.page.frames().find((other) => other !== lab.page.mainFrame());
  if (!frame) throw new Error('the sandbox has no frame');
  const seen = await frame.evaluate(async () => {
    const attempt = async (look: () => unknown): Promise<string> => {
      try {
        return String(await look());
      } catch (error) {
        return error instanceof Error ? error.name : 'other';
      }
    };
    return {
      origin: self.origin,
      cookies: await attempt(() => document.cookie),
      storage: await attempt(() => localStorage.length),
      database: await attempt(
        () =>
          new Promise((resolve, reject) => {
            const request = indexedDB.open('x');
            request.onsuccess = () => resolve('opened');
            request.onerror = () => reject(request.error ?? new Error('refused'));
          }),
      ),
      network: await attempt(async () => (await fetch('https://example.invalid/')).status),
      page: await attempt(() => parent.document.title),
    };
  });
  expect(seen).toEqual({
    origin: 'null',
    cookies: 'SecurityError',
    storage: 'SecurityError',
    database: 'SecurityError',
    network: 'TypeError',
    page: 'SecurityError',
  });
});

/** Ways to make a wrong answer pass. Every test below demands 42 from code that doesn't know it. */
const FORGERIES: readonly (readonly [what: string, code: string])[] = [
  ['an object that equals everything', 'class Yes:\n    def __eq__(self, other): return True\n    def __bool__(self): return True\ndef f():\n    return Yes()'],
  ['an int that equals everything', 'class Yes(int):\n    def __eq__(self, other): return True\n    __hash__ = int.__hash__\ndef f():\n    return Yes(1)'],
  ['patched builtins', 'import builtins\nbuiltins.AssertionError = ValueError\nbuiltins.isinstance = lambda *a: True\nbuiltins.type = lambda *a: int\ndef f():\n    return 1'],
  ['leaving with success', 'def f():\n    raise SystemExit(0)'],
  ['a hard exit with success', 'import os\ndef f():\n    os._exit(0)'],
  ['forged replies on the bridge', 'import os\ndef f():\n    d = os.open("/dev/bridge", os.O_RDWR)\n    os.write(d, b\'["ok", 42]\')\n    os.read(d, 4096)\n    return 1'],
  ['forged events for the page', 'import os\ndef f():\n    d = os.open("/dev/bridge", os.O_RDWR)\n    os.write(d, b\'["host", {"event": "test-finished", "name": "test_functional_it", "result": {"status": "passed"}}]\')\n    os._exit(0)'],
  ['printed results', 'def f():\n    print(\'{"event": "test-finished", "name": "test_functional_it", "result": {"status": "passed"}}\')\n    return 1'],
  ['a patched codec', 'import sys\nfor module in list(sys.modules.values()):\n    for name in ("encode", "serve", "dumps"):\n        if hasattr(module, name) and getattr(module, "__name__", "") in ("codec", "wire", "json"): setattr(module, name, lambda *a, **k: 42)\ndef f():\n    return 1'],
  ['frames of the caller', 'import sys\ndef f():\n    frame = sys._getframe()\n    while frame:\n        for value in frame.f_locals.values():\n            if value == 42: return 42\n        frame = frame.f_back\n    return 1'],
  ['raising a stranger', 'class Odd(BaseException): pass\ndef f():\n    raise Odd'],
  ['raising a look-alike of success', 'def f():\n    raise StopIteration(42)'],
]; // prettier-ignore

for (const [what, code] of FORGERIES) {
  test(`${what} doesn't make a test pass`, async ({ lab }) => {
    const observation = await lab.run(
      job(`${code}\n`, { test_functional_it: 'assert candidate() == 42' }),
    );
    const { test_functional_it: status } = statuses(observation);
    expect(status ?? observation.kind).toMatch(/^(failed|died|load-failed)$/);
  });
}

test('the same test passes for code that knows the answer', async ({ lab }) => {
  expect(await lab.result('def f():\n    return 42\n', 'assert candidate() == 42')).toEqual({
    status: 'passed',
  });
});
