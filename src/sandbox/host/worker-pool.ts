import { ATTEMPTS_BETWEEN_CANARIES, tellsRightFromWrong } from './canary.ts';
import type { EngineFrame } from './engine-frame.ts';
import { slownessByBoot, slownessByCalibration } from './limits.ts';
import { SandboxWorker, type WorkerFigures } from './sandbox-worker.ts';

/** Boots that may fail one after the other before the pool gives up. */
const MOST_FAILED_BOOTS = 3;

/** How long the first attempt may keep other workers from booting, in milliseconds. */
const FIRST_ALONE_MS = 1500;

/** A boot that takes longer has failed, in milliseconds: about a hundred times what it needs. */
const BOOT_LIMIT_MS = 90_000;

interface Waiter {
  take(worker: SandboxWorker): void;
  fail(error: Error): void;
}

/**
 * Workers for up to `size` attempts at once, and a spare where the device bears it: a fresh worker needs
 * half a second, and a hang costs its worker. Workers are started when they are first needed.
 */
export class WorkerPool {
  readonly #frame: EngineFrame;
  readonly #size: number;
  readonly #spare: boolean;
  readonly #onFigures: (figures: WorkerFigures) => void;
  readonly #idle: SandboxWorker[] = [];
  readonly #busy = new Set<SandboxWorker>();
  readonly #booting = new Set<SandboxWorker>();
  readonly #waiters: Waiter[] = [];
  #failedBoots = 0;
  /** Workers that were measured; the first measurement replaces the guess by boot times. */
  readonly #calibrated = new WeakSet<SandboxWorker>();
  #slowness = Infinity;
  #guessed = true;
  /** The first verdict is what the visitor waits for: until then no other worker takes its processor. */
  #first: 'awaited' | 'running' | 'over' = 'awaited';
  #firstTimer: ReturnType<typeof setTimeout> | undefined;

  /** @param spare whether a worker stands by: a hand-over after a hang then needs no boot */
  constructor(
    frame: EngineFrame,
    size: number,
    spare: boolean,
    onFigures: (figures: WorkerFigures) => void,
  ) {
    this.#onFigures = onFigures;
    this.#spare = spare;
    this.#frame = frame;
    this.#size = size;
  }

  /** How many times slower this device is than the reference, by the least disturbed of all measurements. */
  get slowness(): number {
    return this.#slowness;
  }

  /**
   * Hands out a booted worker; `release` takes it back.
   *
   * @throws when no worker boots, or the signal's reason on abort
   */
  acquire(signal: AbortSignal): Promise<SandboxWorker> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason as Error);
      const leave = (): void => {
        const at = this.#waiters.indexOf(waiter);
        if (at >= 0) this.#waiters.splice(at, 1);
        reject(signal.reason as Error);
      };
      const waiter: Waiter = {
        take: (worker) => {
          signal.removeEventListener('abort', leave);
          resolve(worker);
        },
        fail: (error) => {
          signal.removeEventListener('abort', leave);
          reject(error);
        },
      };
      signal.addEventListener('abort', leave);
      this.#waiters.push(waiter);
      this.#serve();
    });
  }

  /**
   * Takes back a worker that has not been used. If nobody waits for it, there is time to run the canary, after
   * which the browser has compiled what every attempt needs, and to boot the others.
   */
  giveBack(worker: SandboxWorker): void {
    clearTimeout(this.#firstTimer);
    if (this.#waiters.length === 0) {
      this.#first = 'over';
      this.#proveAndFree(worker);
      this.#keepSpare();
      return;
    }
    this.#first = 'awaited';
    this.#busy.delete(worker);
    this.#idle.push(worker);
    this.#serve();
  }

  /** Takes a worker back; one that isn't reusable is ended and replaced. */
  release(worker: SandboxWorker, reusable: boolean): void {
    if (!this.#busy.has(worker)) return;
    if (!reusable) worker.end('used up');
    else if (worker.attemptsSinceCanary() >= ATTEMPTS_BETWEEN_CANARIES) {
      this.#proveAndFree(worker);
      return;
    }
    this.#free(worker, reusable);
  }

  /** Runs the canary; the worker is still busy meanwhile. */
  #proveAndFree(worker: SandboxWorker): void {
    void tellsRightFromWrong(worker).then((sound) => {
      worker.attemptsSinceCanary(true);
      if (!sound) worker.end('it failed its canary');
      this.#free(worker, sound);
    });
  }

  #free(worker: SandboxWorker, reusable: boolean): void {
    this.#busy.delete(worker);
    this.#first = 'over';
    if (reusable) {
      this.#idle.push(worker);
      void this.#calibrate(worker);
    }
    this.#serve();
    this.#keepSpare();
  }

  /** Ends all workers; attempts that run end as lost, and who waits for a worker gets an error. */
  dispose(reason = 'the sandbox was closed'): void {
    for (const worker of [...this.#idle, ...this.#busy, ...this.#booting]) worker.end(reason);
    this.#idle.length = 0;
    this.#failWaiters(new Error(reason));
  }

  #serve(): void {
    while (this.#waiters.length > 0 && this.#busy.size < this.#size) {
      const worker = this.#idle.pop();
      if (worker === undefined) break;
      this.#busy.add(worker);
      this.#waiters.shift()?.take(worker);
      if (this.#first === 'awaited') {
        this.#first = 'running';
        this.#firstTimer = setTimeout(() => this.#firstIsOver(), FIRST_ALONE_MS);
      }
    }
    const most = { awaited: 1, running: 0, over: this.#size - this.#busy.size }[this.#first];
    const wanted = Math.min(this.#waiters.length, most);
    while (this.#booting.size < wanted) this.#boot();
  }

  #firstIsOver(): void {
    this.#first = 'over';
    this.#serve();
    this.#keepSpare();
  }

  #keepSpare(): void {
    if (this.#first !== 'over') return;
    const free = this.#idle.length + this.#booting.size;
    const most = this.#size + (this.#spare ? 1 : 0);
    if (free < 2 && free + this.#busy.size < most) this.#boot();
  }

  #boot(): void {
    const worker = new SandboxWorker(this.#frame, this.#onFigures);
    this.#booting.add(worker);
    let limit: ReturnType<typeof setTimeout> | undefined;
    // On a slow line the engine itself may take longer than that.
    this.#frame.ready.then(
      () => {
        if (this.#booting.has(worker)) {
          limit = setTimeout(() => worker.end('it took too long to start'), BOOT_LIMIT_MS);
        }
      },
      () => worker.end('the engine could not be unpacked'),
    );
    worker.ready
      .then(
        ({ bootMs }) => {
          this.#failedBoots = 0;
          if (this.#guessed) this.#slowness = Math.min(this.#slowness, slownessByBoot(bootMs));
          this.#booting.delete(worker);
          this.#idle.push(worker);
        },
        (error: unknown) => {
          this.#booting.delete(worker);
          if (++this.#failedBoots < MOST_FAILED_BOOTS) return;
          this.#failedBoots = 0;
          this.#failWaiters(error instanceof Error ? error : new Error(String(error)));
        },
      )
      .finally(() => {
        clearTimeout(limit);
        this.#serve();
      });
  }

  /** Not at boot, which would hold up the first verdict; a job that comes meanwhile waits for some 30 ms. */
  async #calibrate(worker: SandboxWorker): Promise<void> {
    if (this.#calibrated.has(worker)) return;
    this.#calibrated.add(worker);
    const calibration = await worker.calibrate(3);
    if (calibration === null) return;
    const measured = slownessByCalibration(calibration.fastestMs);
    this.#slowness = this.#guessed ? measured : Math.min(this.#slowness, measured);
    this.#guessed = false;
  }

  #failWaiters(error: Error): void {
    for (const waiter of this.#waiters.splice(0)) waiter.fail(error);
  }
}
