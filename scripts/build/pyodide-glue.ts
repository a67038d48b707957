/**
 * Turns Pyodide's two modules into text that stands in front of our worker code in one classic script.
 * Blob *module* workers don't start in an opaque-origin frame, and Pyodide refuses classic ones: hence the
 * patches. Each one fails loudly when Pyodide's text is not what it was.
 */
export function pyodideGlue(asmModule: string, loaderModule: string): string {
  const asm = replaceAll(
    replaceOnce(
      withoutThrows(replaceOnce(asmModule, /export default _createPyodideModule;\s*$/, '')),
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
  return `${PRELUDE}\n${ABSENCE}\n${asm}\nconst loadPyodide = (() => {${loader}\nreturn ${exported[1]};\n})();`;
}

/**
 * Emscripten says by an exception that a file isn't there. Thrown below deep WebAssembly frames it costs
 * 0.1 ms and more; sqlite3 asks for its journal at every query, which was two thirds of some attempts. These
 * places ask first.
 */
function withoutThrows(asm: string): string {
  const check = 'var known=whyNot(FS,MEMFS,path);if(known)return-known;';
  const insertions: [before: string, inserted: string][] = [
    ['return SYSCALLS.writeStat(buf,FS.stat(path))', check],
    ['return SYSCALLS.writeStat(buf,FS.lstat(path))', check],
    ['return SYSCALLS.writeStat(buf,nofollow?FS.lstat(path):FS.stat(path))', check],
    [
      'var lookup=FS.lookupPath(path,{follow:true});var node=lookup.node;if(!node){return-44}',
      check,
    ],
    ['if(!flags){FS.unlink(path)}', check],
    ['FS.chdir(path);return 0', check],
    [
      'return FS.open(path,flags,mode).fd',
      'var known=whyNot(FS,MEMFS,path);if(known===54||known&&!(flags&64))return-known;',
    ],
    [
      'try{current=FS.lookupNode(current,parts[i])}',
      'if(islast&&opts.noent_okay&&lacks(FS,MEMFS,current,parts[i]))return{path:current_path};',
    ],
    [
      'try{var node=FS.lookupNode(dir,name);return 20}',
      "if(lacks(FS,MEMFS,dir,name))return FS.nodePermissions(dir,'wx');",
    ],
  ];
  return insertions.reduce(
    (text, [before, inserted]) => replaceOnce(text, before, inserted + before),
    asm,
  );
}

/**
 * `lacks` tells whether a folder in memory is sure to have no such entry. `whyNot` gives the error number
 * (WASI's) of a path that is sure to lead nowhere: ENOENT, or ENOTDIR for `file/..`, which Emscripten would
 * open. What they aren't sure of (links, mounts, names that may be too long, folders that may not be
 * searched) goes the long way.
 */
const ABSENCE = `
const find = (FS, folder, name) => {
  let node = FS.nameTable[FS.hashName(folder.id, name)];
  while (node && (node.parent.id !== folder.id || node.name !== name)) node = node.name_next;
  return node;
};
const lacks = (FS, MEMFS, folder, name) =>
  folder.node_ops === MEMFS.ops_table?.dir.node && !FS.mayLookup(folder) && !find(FS, folder, name);
const whyNot = (FS, MEMFS, path) => {
  if (path === '' || path.length > 85) return 0;
  let folder = FS.root;
  for (const name of (path[0] === '/' ? path : FS.cwd() + '/' + path).split('/')) {
    if (name === '' || name === '.') continue;
    if (name === '..') return FS.isDir(folder.mode) ? 0 : 54;
    if (FS.isMountpoint(folder)) folder = folder.mounted.root;
    if (lacks(FS, MEMFS, folder, name)) return 44;
    if (FS.mayLookup(folder)) return 0;
    const node = find(FS, folder, name);
    if (!node || FS.isLink(node.mode)) return 0;
    folder = node;
  }
  return 0;
};`;

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
