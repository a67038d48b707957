/**
 * Words of code that looks for a way out of its interpreter. The sandbox holds without this list; a worker
 * that ran such code is thrown away all the same, since JavaScript objects aren't put back between attempts.
 */
const RISKY =
  /\b(?:js|pyodide|pyodide_js|_pyodide\w*|ctypes|_ctypes|gc|meta_path|sys\.modules|__subclasses__|_imp|cell_main|harden|CodeType|f_back|_getframe)\b|\/dev\/(?:bridge|linux)/;

/** Whether the worker shall be thrown away after this code. */
export function isRisky(code: string): boolean {
  return RISKY.test(code);
}
