/**
 * Words of code that looks into the machinery of its interpreter, where ways out of it would begin. The
 * sandbox holds without this list; the worker of such code is thrown away and its attempt is marked. Ordinary
 * code may use some of them too (`gc.collect()`).
 */
const MACHINERY =
  /(?<![\w./-])js(?![\w/-])|\b(?:pyodide\w*|_pyodide\w*|ctypes|_ctypes|gc|meta_path|sys\.modules|__subclasses__|_imp|cell_main|judge_main|harden|CodeType|__code__|f_back|_getframe|settrace|setprofile|monitoring)\b|\/dev\/(?:bridge|linux)/g;

/** Which words of the machinery a program mentions, each once, in the order of their first mention. */
export function machineryIn(code: string): string[] {
  return [...new Set([...code.matchAll(MACHINERY)].map(([word]) => word))];
}
