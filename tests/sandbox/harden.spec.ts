import { expect } from '@playwright/test';
import { job, test } from './lab-page.ts';

/** Lists all that the collector knows of, also what it was told to leave alone, and what that holds. */
const SEARCH = `
import gc, sys, types
BANNED = {'js', 'pyodide', 'pyodide_js', '_pyodide', '_pyodide_core', 'ctypes', '_ctypes', 'micropip'}
BRIDGE = {'Js2PyConverter', 'JsFinder', 'JsFuncSignature', 'JsLoader', 'JsProxy'}

def leads_out(value):
    if isinstance(value, types.BuiltinFunctionType):
        return getattr(value, '__module__', None) in ('_pyodide_core', '_ctypes')
    if isinstance(value, types.ModuleType):
        return str(getattr(value, '__name__', '')).partition('.')[0] in BANNED
    kind = type(value).__name__
    return kind == 'JsProxy' or kind in BRIDGE and bool(getattr(value, '__dict__', {}))

def f():
    gc.unfreeze()
    objects = gc.get_objects()
    values = [value for item in objects if type(item) is dict for value in list(item.values())]
    found = [item for item in [*objects, *values] if leads_out(item)]
    return [len(objects), [f'{type(item).__name__} {getattr(item, "__name__", "")}' for item in found]]
`;

test('a search through all objects of the cell finds no proxy, no module and no function of JavaScript', async ({
  lab,
}) => {
  const observation = await lab.run(
    job(SEARCH, {
      test_functional_all: 'assert candidate()[0] > 10_000',
      test_functional_none: 'found = candidate()[1]\nassert found == [], found[:9]',
    }),
  );
  expect(observation).toMatchObject({
    kind: 'tested',
    outcomes: [{ result: { status: 'passed' } }, { result: { status: 'passed' } }],
  });
});

test('the search finds what is there', async ({ lab }) => {
  const planted = `${SEARCH}\nkept = {'module': types.ModuleType('js')}\n`;
  const observation = await lab.run(
    job(planted, { test_functional_one: `assert candidate()[1] != []` }),
  );
  expect(observation).toMatchObject({ outcomes: [{ result: { status: 'passed' } }] });
});
