/**
 * The program of the opaque-origin frame: it unpacks and holds the engine's bytes, compiles the WebAssembly
 * once, and starts and ends workers on the page's command. It never looks at what a worker says: that goes
 * through a port between worker and page.
 *
 * Everything starts as soon as its own file is there: a worker reads its script while the memory images are
 * still on their way. Unpacking is done here, where browsers give the frame a process of its own: on the page
 * it would hold up the first view.
 */
import { type Deferred, deferred } from '../deferred.ts';
import type { FrameCommand, FrameInit, FrameReport, PartName, WorkerInit } from '../protocol.ts';

addEventListener('message', (message: MessageEvent<FrameInit>) => {
  const [port] = message.ports;
  if (message.source !== parent || !port || message.data.kind !== 'init') return;
  serve(port);
});
parent.postMessage('frame-loaded', '*');

type Parts = { readonly [Name in PartName]: Deferred<ArrayBuffer> };

function serve(port: MessagePort): void {
  const report = (message: FrameReport): void => port.postMessage(message);
  const parts: Parts = {
    worker: deferred(),
    wasm: deferred(),
    base: deferred(),
    judge: deferred(),
    cell: deferred(),
    stdlib: deferred(),
  };
  const script = parts.worker.promise.then((bytes) =>
    URL.createObjectURL(new Blob([bytes], { type: 'text/javascript' })),
  );
  const engine = assemble(parts);
  engine.then(
    () => report({ kind: 'ready' }),
    (error: unknown) => report({ kind: 'failed', detail: String(error) }),
  );
  const workers = new Map<number, Worker | null>();

  const start = async (number: number, line: MessagePort): Promise<void> => {
    workers.set(number, null);
    const url = await script;
    if (!workers.has(number)) return; // ended meanwhile
    const worker = new Worker(url);
    workers.set(number, worker);
    const fail = (detail: string): void =>
      report({ kind: 'worker-failed', worker: number, detail });
    worker.onerror = (event) => {
      event.preventDefault();
      fail(event.message || 'the worker failed');
    };
    worker.onmessageerror = () => fail('the worker could not read a message');
    worker.postMessage(await engine, [line]);
  };

  port.onmessage = (message: MessageEvent<FrameCommand>) => {
    const command = message.data;
    switch (command.kind) {
      case 'part':
        parts[command.name].resolve(unpack(command.gzip, command.rawBytes));
        return;
      case 'start': {
        const [line] = message.ports;
        // A failure of a part is told once, by the engine's own report.
        if (line) start(command.worker, line).catch(() => undefined);
        return;
      }
      case 'pulse':
        return report({ kind: 'alive' });
      case 'end':
        workers.get(command.worker)?.terminate();
        workers.delete(command.worker);
    }
  };
}

async function assemble(parts: Parts): Promise<WorkerInit> {
  const [module, stdlib, base, judge, cell] = await Promise.all([
    parts.wasm.promise.then((bytes) => WebAssembly.compile(bytes)),
    parts.stdlib.promise,
    parts.base.promise,
    parts.judge.promise,
    parts.cell.promise,
  ]);
  return { module, stdlib, base, judge, cell };
}

async function unpack(gzip: ArrayBuffer, rawBytes: number): Promise<ArrayBuffer> {
  const stream = new Blob([gzip]).stream().pipeThrough(new DecompressionStream('gzip'));
  const bytes = await new Response(stream).arrayBuffer();
  if (bytes.byteLength !== rawBytes) throw new Error('a file is not as long as it should be');
  return bytes;
}
