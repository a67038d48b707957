import { frameScript, frameScriptHash } from 'virtual:engine';
import {
  type FrameCommand,
  type FrameInit,
  type FrameReport,
  parseFrameReport,
} from '../protocol.ts';

/**
 * The frame's own policy. No network at all: connect-src, default-src. Scripts: ours by its hash, and blob
 * URLs for its workers.
 */
const POLICY = [
  "default-src 'none'",
  `script-src '${frameScriptHash}' 'wasm-unsafe-eval' blob:`,
  'worker-src blob:',
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

/** A worker as the frame runs it. */
export interface FrameWorker {
  /** Line to the worker, past the frame. */
  readonly port: MessagePort;
  /** Ends the worker at once, whatever it does. */
  end(): void;
}

/** The hidden frame with an opaque origin: no cookies, no storage, no way into the page. */
export class EngineFrame {
  readonly #element: HTMLIFrameElement;
  readonly #control: MessagePort;
  readonly #failures = new Map<number, (detail: string) => void>();
  #workers = 0;

  /** @throws when the frame can't be made or the engine doesn't compile */
  static async open(init: FrameInit, signal: AbortSignal): Promise<EngineFrame> {
    const element = document.createElement('iframe');
    element.setAttribute('sandbox', 'allow-scripts');
    element.setAttribute('aria-hidden', 'true');
    element.tabIndex = -1;
    element.title = 'Python engine';
    element.hidden = true;
    element.srcdoc = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><script>${frameScript}</script>`;
    try {
      await loaded(element, signal);
      const channel = new MessageChannel();
      const ready = firstReport(channel.port1, signal);
      const files = [init.wasm, init.stdlib, init.snapshot, init.worker];
      // The origin is opaque, so it can't be named; the element itself says who gets the message.
      element.contentWindow?.postMessage(init, '*', [channel.port2, ...files]);
      const report = await ready;
      if (report.kind !== 'ready') throw new Error(report.detail);
      return new EngineFrame(element, channel.port1);
    } catch (error) {
      element.remove();
      throw error;
    }
  }

  private constructor(element: HTMLIFrameElement, control: MessagePort) {
    this.#element = element;
    this.#control = control;
    control.onmessage = (message: MessageEvent<unknown>) => {
      const report = parseFrameReport(message.data);
      if (report.kind === 'worker-failed') this.#failures.get(report.worker)?.(report.detail);
    };
  }

  /** Starts a worker; it boots by itself and reports over its port. */
  startWorker(onFailure: (detail: string) => void): FrameWorker {
    const worker = ++this.#workers;
    const channel = new MessageChannel();
    this.#failures.set(worker, onFailure);
    this.#command({ kind: 'start', worker }, [channel.port2]);
    return {
      port: channel.port1,
      end: () => {
        if (!this.#failures.delete(worker)) return;
        channel.port1.close();
        this.#command({ kind: 'end', worker });
      },
    };
  }

  dispose(): void {
    this.#failures.clear();
    this.#control.close();
    this.#element.remove();
  }

  #command(command: FrameCommand, transfer: Transferable[] = []): void {
    this.#control.postMessage(command, transfer);
  }
}

function loaded(element: HTMLIFrameElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = new AbortController();
    const settle = (end: () => void): void => {
      stop.abort();
      end();
    };
    addEventListener(
      'message',
      ({ source, data }: MessageEvent<unknown>) => {
        if (source === element.contentWindow && data === 'frame-loaded') settle(resolve);
      },
      { signal: stop.signal },
    );
    signal.addEventListener('abort', () => settle(() => reject(signal.reason as Error)), {
      signal: stop.signal,
    });
    document.body.append(element);
  });
}

function firstReport(port: MessagePort, signal: AbortSignal): Promise<FrameReport> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    port.onmessage = (message: MessageEvent<unknown>) => resolve(parseFrameReport(message.data));
  });
}
