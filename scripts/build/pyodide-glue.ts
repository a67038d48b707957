/**
 * Turns Pyodide's two modules into text that stands in front of our worker code in one classic script.
 * Blob *module* workers don't start in an opaque-origin frame, and Pyodide refuses classic ones: hence the
 * patches. Each one fails loudly when Pyodide's text is not what it was.
 */
export function pyodideGlue(asmModule: string, loaderModule: string): string {
  const asm = replaceAll(
    replaceOnce(
      replaceOnce(asmModule, /export default _createPyodideModule;\s*$/, ''),
      // A faster way to call some C functions, which needs WebAssembly's garbage collection: not in Node 20,
      // where the memory images are made, and it would shift the table of functions that they point into.
      'const ptr=getPyEMTrampolinePtr();',
      'const ptr=0;',
    ),
    'import.meta.url',
    'self.location.href',
  );
  const exported = /export\{(\w+) as loadPyodide,\w+ as version\};/.exec(loaderModule);
  if (!exported) throw new Error('pyodide.mjs: its export has changed');
  const loader = replaceOnce(loaderModule, exported[0], '').replace(/\/\/# sourceMappingURL.*/, '');
  for (const [name, text] of [
    ['pyodide.asm.mjs', asm],
    ['pyodide.mjs', loader],
  ] as const) {
    if (/\bimport\.meta\b|^\s*import\s|\bexport\s*[{d]/m.test(text)) {
      throw new Error(`${name}: module syntax is left; classic workers can't run it`);
    }
  }
  return `${PRELUDE}\n${asm}\nconst loadPyodide = (() => {${loader}\nreturn ${exported[1]};\n})();`;
}

/**
 * Pyodide takes a worker for a module worker if `importScripts` throws. `Date` is shadowed for Pyodide
 * alone: Python's local time is UTC, wherever the visitor lives.
 */
const PRELUDE = `'use strict';
self.importScripts = () => { throw new TypeError('not here'); };
const Date = (() => {
  const Genuine = globalThis.Date;
  class UtcDate extends Genuine {
    constructor(...parts) {
      super(...(parts.length > 1 ? [Genuine.UTC(...parts)] : parts));
    }
    getTimezoneOffset() { return 0; }
  }
  for (const part of ['Date', 'Day', 'FullYear', 'Hours', 'Minutes', 'Month', 'Seconds', 'Milliseconds']) {
    UtcDate.prototype['get' + part] = Genuine.prototype['getUTC' + part];
    if (part !== 'Day') UtcDate.prototype['set' + part] = Genuine.prototype['setUTC' + part];
  }
  return UtcDate;
})();`;

function replaceOnce(text: string, pattern: string | RegExp, replacement: string): string {
  const replaced = text.replace(pattern, () => replacement);
  if (replaced === text)
    throw new Error(`Pyodide has changed: ${String(pattern)} is not in its text`);
  return replaced;
}

function replaceAll(text: string, pattern: string, replacement: string): string {
  if (!text.includes(pattern)) throw new Error(`Pyodide has changed: no ${pattern} in its text`);
  return text.replaceAll(pattern, replacement);
}
