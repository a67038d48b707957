import type { Instance } from './instance.ts';

/** Which part of the stack C code may use. */
export type StackLimit = 'safe' | 'none';

/**
 * Bytes of its stack in memory that C code may use before Python raises RecursionError. WebAssembly has a
 * second stack, the engine's own, which no code can see: Chromium gives it 1 MB, and an overflow there is
 * the end of the interpreter. Of about thirty ways to recurse through C code all but those that use next to
 * nothing of the first stack are within the second one at 128 kB; some overflow it at 160 kB.
 */
const SAFE_BYTES = 128 << 10;

/** Sets the limit. It lies in the memory, so images keep it. */
export function limitStack({ module }: Instance, limit: StackLimit): void {
  const top = module._emscripten_stack_get_base();
  const bytes = limit === 'safe' ? SAFE_BYTES : top - module._emscripten_stack_get_end();
  // Asked for through a device, this runs while Python has released its lock.
  const lock = module._PyGILState_Ensure();
  const thread = module._PyThreadState_Get();
  const status = module._PyUnstable_ThreadState_SetStackProtection(thread, top - bytes, bytes);
  module._PyGILState_Release(lock);
  if (status !== 0) throw new Error('the limit of the stack can not be set');
}
