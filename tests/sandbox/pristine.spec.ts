import { expect } from '@playwright/test';
import { job, test } from './lab-page.ts';

/** Code that leaves something behind, and a probe that would see it in the next attempt. */
const TRACES: readonly (readonly [what: string, pollute: string, probe: string])[] = [
  ['modules', 'import sys; sys.modules["leftover"] = sys', '"leftover" in sys.modules'],
  ['builtins', 'import builtins; builtins.leftover = 1', 'hasattr(builtins, "leftover")'],
  ['patched functions', 'import os.path; os.path.join = print', 'os.path.join is print'],
  ['classes', 'import json; json.JSONEncoder.leftover = 1', 'hasattr(json.JSONEncoder, "leftover")'],
  ['files', 'open("/tmp/leftover", "w").close()', 'os.path.exists("/tmp/leftover")'],
  ['the work directory', 'open("leftover", "w").close()', '"leftover" in os.listdir()'],
  ['the current directory', 'import os; os.chdir("/")', 'os.getcwd() == "/"'],
  ['the environment', 'import os; os.environ["LEFT"] = "1"', '"LEFT" in os.environ'],
  ['the umask', 'import os; os.umask(0)', 'os.umask(0o022) == 0'],
  ['open files', 'import os; [os.open("/dev/null", os.O_RDONLY) for _ in range(40)]', 'os.open("/dev/null", 0) > 30'],
  ['the recursion limit', 'import sys; sys.setrecursionlimit(150)', 'sys.getrecursionlimit() == 150'],
  ['deleted modules', 'import sys; sys.modules.pop("json", None); sys.path.clear()', 'not sys.path'],
]; // prettier-ignore

for (const [what, pollute, probe] of TRACES) {
  test(`the next attempt sees nothing of ${what}`, async ({ lab }) => {
    const code = `${pollute}\ndef f():\n    return 1\n`;
    const look = `import builtins, json, os, sys\ndef f():\n    return ${probe}\n`;
    const both = await lab.runAll([
      job(code, { test_functional_it: 'assert candidate() == 1' }),
      job(code, { test_functional_it: 'assert candidate() == 1' }),
    ]);
    for (const observation of both) {
      expect(observation).toMatchObject({ outcomes: [{ result: { status: 'passed' } }] });
    }
    // More probes than workers, so that each worker is looked at.
    const probes = await lab.runAll(
      Array.from({ length: 4 }, () =>
        job(look, { test_functional_it: 'assert candidate() is False' }),
      ),
    );
    for (const observation of probes) {
      expect(observation).toMatchObject({ outcomes: [{ result: { status: 'passed' } }] });
    }
  });
}

test('a probe does see what its own attempt left', async ({ lab }) => {
  const code =
    'import builtins\nbuiltins.leftover = 1\ndef f():\n    return hasattr(builtins, "leftover")\n';
  expect(await lab.result(code, 'assert candidate() is True')).toEqual({ status: 'passed' });
});

test('random draws the same numbers for one seed, and others for another', async ({ lab }) => {
  const code = 'import random\nVALUE = random.random()\ndef f():\n    return VALUE\n';
  const draw = async (seed: number): Promise<string> => {
    const observation = await lab.run({
      ...job(code, { test_functional_it: 'assert candidate() == -1' }),
      seed,
    });
    return JSON.stringify(observation).replace(/"ms":[\d.]+/, '');
  };
  const first = await draw(1);
  expect(first).toContain('left: 0.');
  expect(await draw(1)).toBe(first);
  expect(await draw(2)).not.toBe(first);
});
