/**
 * The positive control: the same attacks without any wall (no policy, the page's own origin), so that each
 * one is shown to be real.
 */
import { answerOf, attackScript, plantSecrets, watchPage } from './treasure.ts';

declare global {
  interface Window {
    /** Plain Pyodide in a plain worker; gives what `f()` returned, as text. */
    plainPython(pyodide: string, code: string): Promise<string>;
  }
}

function attack(body: string): Promise<string> {
  const script = new Blob([attackScript(body)], { type: 'text/javascript' });
  const worker = new Worker(URL.createObjectURL(script));
  const channel = new MessageChannel();
  worker.postMessage(null, [channel.port2]);
  return answerOf(channel.port1);
}

let python: Promise<(code: string) => Promise<string>> | null = null;

window.plainPython = async (pyodide, code) => {
  python ??= startPython(pyodide);
  return (await python)(code);
};

async function startPython(pyodide: string): Promise<(code: string) => Promise<string>> {
  const script = `import { loadPyodide } from ${JSON.stringify(`${pyodide}pyodide.mjs`)};
    const python = await loadPyodide({ indexURL: ${JSON.stringify(pyodide)} });
    self.onmessage = async ({ data, ports: [port] }) => {
      try { port.postMessage(String(python.runPython(data + '\\nstr(f())'))); }
      catch (error) { port.postMessage('refused: ' + error); }
    };
    self.postMessage('ready');`;
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url, { type: 'module' });
  await new Promise((resolve) => (worker.onmessage = resolve));
  return (code) => {
    const channel = new MessageChannel();
    worker.postMessage(code, [channel.port2]);
    return answerOf(channel.port1);
  };
}

await plantSecrets();
const frame = document.createElement('iframe');
frame.srcdoc = '<!doctype html><title>A frame without walls</title>';
document.body.append(frame);
await new Promise((resolve) => (frame.onload = resolve));
window.attacked = { attack, changes: watchPage() };
