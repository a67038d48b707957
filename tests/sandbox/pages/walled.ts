/**
 * The real frame of the sandbox with an attacker in place of the engine: the attack has the worker's
 * JavaScript to itself, as code would have that broke out of Python altogether.
 */
import { EngineFrame } from '../../../src/sandbox/host/engine-frame.ts';
import type { EnginePart } from '../../../src/sandbox/host/download-engine.ts';
import type { PartName } from '../../../src/sandbox/protocol.ts';
import { answerOf, attackScript, plantSecrets, watchPage } from './treasure.ts';

export interface AttackedPage {
  /** Runs the body of an async function in a worker; gives what it returned, as text. */
  attack(body: string): Promise<string>;
  /** What attacks changed of the page. */
  changes(): Promise<string[]>;
}

declare global {
  interface Window {
    attacked: AttackedPage;
  }
}

/** The smallest module: a magic number and a version. */
const EMPTY_WASM = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

async function part(name: PartName, bytes: Uint8Array<ArrayBuffer>): Promise<EnginePart> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return {
    name,
    gzip: await new Response(stream).arrayBuffer(),
    rawBytes: bytes.length,
  };
}

async function attack(body: string): Promise<string> {
  const frame = await EngineFrame.open(new AbortController().signal, () => undefined);
  try {
    const { port } = frame.startWorker(() => undefined);
    const answer = answerOf(port);
    frame.give(await part('worker', new TextEncoder().encode(attackScript(body))));
    frame.give(await part('wasm', EMPTY_WASM));
    for (const name of ['base', 'judge', 'cell', 'stdlib'] as const)
      frame.give(await part(name, new Uint8Array(4)));
    return await answer;
  } finally {
    frame.dispose();
  }
}

await plantSecrets();
// One frame stays, for attacks on the document of the frame itself.
await EngineFrame.open(new AbortController().signal, () => undefined);
window.attacked = { attack, changes: watchPage() };
