/**
 * The program of the opaque-origin frame: it holds the engine's bytes, compiles the WebAssembly once, and
 * starts and ends workers on the page's command. It never looks at what a worker says: that goes through a
 * port between worker and page.
 */
import type { FrameCommand, FrameInit, FrameReport, WorkerInit } from '../protocol.ts';

addEventListener('message', (message: MessageEvent<FrameInit>) => {
  const [port] = message.ports;
  if (message.source !== parent || !port || message.data.kind !== 'init') return;
  void serve(port, message.data);
});
parent.postMessage('frame-loaded', '*');

async function serve(port: MessagePort, init: FrameInit): Promise<void> {
  const report = (message: FrameReport): void => port.postMessage(message);
  try {
    const module = await WebAssembly.compile(init.wasm);
    const script = URL.createObjectURL(new Blob([init.worker], { type: 'text/javascript' }));
    const workers = new Map<number, Worker>();
    port.onmessage = (message: MessageEvent<FrameCommand>) => {
      const command = message.data;
      if (command.kind === 'end') {
        workers.get(command.worker)?.terminate();
        workers.delete(command.worker);
        return;
      }
      const worker = new Worker(script);
      workers.set(command.worker, worker);
      const fail = (detail: string): void =>
        report({ kind: 'worker-failed', worker: command.worker, detail });
      worker.onerror = (event) => {
        event.preventDefault();
        fail(event.message || 'the worker failed');
      };
      worker.onmessageerror = () => fail('the worker could not read a message');
      const parts: WorkerInit = { module, stdlib: init.stdlib, snapshot: init.snapshot };
      worker.postMessage(parts, [...message.ports]);
    };
    report({ kind: 'ready' });
  } catch (error) {
    report({ kind: 'failed', detail: String(error) });
  }
}
