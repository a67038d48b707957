import { expect, test } from 'vitest';
import { machineryIn } from '../../../../src/core/verdicts/machinery.ts';

test('names what code mentions of the machinery, once each', () => {
  const code =
    'import gc, ctypes\nfor item in gc.get_objects():\n    frame = sys._getframe().f_back\n';
  expect(machineryIn(code)).toEqual(['gc', 'ctypes', '_getframe', 'f_back']);
});

test('ordinary code mentions nothing of it', () => {
  const code = 'import json, sqlite3\n\ndef jsonify(rows):\n    return json.dumps(rows)\n';
  expect(machineryIn(code)).toEqual([]);
});

test('the end of a file name is not the module js', () => {
  const page = '<script src="/static/js/chart.js"></script> built with js-yaml';
  expect(machineryIn(page)).toEqual([]);
  for (const code of ['import js', 'from js import fetch', 'import_module("js")', 'js.document']) {
    expect(machineryIn(code)).toEqual(['js']);
  }
});
