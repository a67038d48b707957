import { frameScript, frameScriptHash } from 'virtual:engine';
import { type FrameCommand, type FrameInit, parseFrameReport } from '../protocol.ts';
import { deferred } from '../deferred.ts';
import type { EnginePart } from './download-engine.ts';

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

/**
 * A browser may end the frame's process (for want of memory, or by a crash) and tells the page nothing. So the
 * frame is asked for a sign of life; while it unpacks and compiles it may take a while to answer.
 */
const PULSE_MS = 2500;
const MOST_SILENT_PULSES = 4;

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
  #silentPulses = 0;
  readonly #pulse: ReturnType<typeof setInterval>;

  /** Settles when the engine is unpacked and compiled; rejects when it can't be. */
  readonly ready: Promise<null>;

  /**
   * @param onLost called once when the frame gives no sign of life any more
   * @throws when the frame can't be made
   */
  static async open(signal: AbortSignal, onLost: () => void): Promise<EngineFrame> {
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
      const init: FrameInit = { kind: 'init' };
      // The origin is opaque, so it can't be named; the element itself says who gets the message.
      element.contentWindow?.postMessage(init, '*', [channel.port2]);
      return new EngineFrame(element, channel.port1, onLost);
    } catch (error) {
      element.remove();
      throw error;
    }
  }

  private constructor(element: HTMLIFrameElement, control: MessagePort, onLost: () => void) {
    this.#pulse = setInterval(() => {
      if (++this.#silentPulses > MOST_SILENT_PULSES) {
        clearInterval(this.#pulse);
        onLost();
      } else this.#command({ kind: 'pulse' });
    }, PULSE_MS);
    this.#element = element;
    this.#control = control;
    const { promise, resolve, reject } = deferred<null>();
    this.ready = promise;
    promise.catch(() => undefined); // whoever waits sees it; nobody has to
    control.onmessage = (message: MessageEvent<unknown>) => {
      const report = parseFrameReport(message.data);
      switch (report.kind) {
        case 'ready':
          return resolve(null);
        case 'alive':
          this.#silentPulses = 0;
          return;
        case 'failed':
          return reject(new Error(report.detail));
        case 'worker-failed':
          return this.#failures.get(report.worker)?.(report.detail);
      }
    };
  }

  /** Hands in a file of the engine; its bytes are gone from the page then. */
  give(part: EnginePart): void {
    this.#command({ kind: 'part', ...part }, [part.gzip]);
  }

  /** Starts a worker; it boots when the engine is ready and reports over its port. */
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
    clearInterval(this.#pulse);
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
