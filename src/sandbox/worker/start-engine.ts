import { decodeImage, type MemoryImage } from '../memory-image.ts';
import type { WorkerInit } from '../protocol.ts';
import type { HostEvent } from './bridge.ts';
import type { Pointer } from './emscripten.ts';
import { Instance } from './instance.ts';
import { lockDown, scrubGlobals } from './lockdown.ts';
import { clearWorkFolder, WORK_FOLDER } from './mirror.ts';
import { prepareRealm } from './prepare-realm.ts';
import { takePristine } from './pristine.ts';
import { type CreateModule, type LoadPyodide, startModule } from './start-module.ts';
import { openDevices, wirePair } from './wire-pair.ts';

/* Defined by Pyodide's own files, which the build puts in front of this code. */
declare const loadPyodide: LoadPyodide;
declare const _createPyodideModule: CreateModule;
/* Filled in by the build from Pyodide's own lock file. */
declare const __PYODIDE_LOCK_INFO__: Record<string, string>;

/** The two interpreters, wired and frozen; ready for attempts. */
export interface Engine {
  readonly judge: Instance;
  readonly cell: Instance;
  /** `judge_main.run` */
  readonly run: Pointer;
  /** Puts the cell back and empties the work directory, in the middle of an attempt. */
  reviveCell(): void;
  /** Seeds the cell's `random`: restored interpreters would all draw the same numbers. */
  seed(seed: number): void;
  /** Puts both interpreters back, after an attempt. */
  restore(): void;
}

/**
 * Starts judge and cell from their memory images, in which everything is set up already
 * (scripts/build/make-images.ts). What the judge tells the worker itself goes to `onHostEvents`; `mark` is
 * told the name of each phase when it ends. Afterwards the JavaScript realm is frozen.
 */
export async function startEngine(
  parts: WorkerInit,
  mark: (phase: string) => void,
  onHostEvents: (engine: Engine, events: readonly HostEvent[]) => void,
): Promise<Engine> {
  prepareRealm(parts.module, parts.stdlib);
  const [base, judgeImage, cellImage] = [parts.base, parts.judge, parts.cell].map(decodeImage) as [
    MemoryImage,
    MemoryImage,
    MemoryImage,
  ];
  const [judge, cell] = await Promise.all([startSide(judgeImage), startSide(cellImage)]);
  mark('modules');
  const pair = wirePair(judge, cell);
  for (const side of [judge, cell]) {
    openDevices(side);
    side.fs.chdir(WORK_FOLDER);
  }
  const [run, judgeDispatch] = judgeImage.callables;
  const [cellDispatch] = cellImage.callables;
  mark('devices');
  lockDown();
  scrubGlobals();
  mark('lock-down');
  const judgePristine = takePristine(judge, base, judgeImage);
  const cellPristine = takePristine(cell, base, cellImage);
  const restoreJudge = (): void => {
    judgePristine.restore();
    pair.resetJudge();
  };
  const restoreCell = (): void => {
    cellPristine.restore();
    pair.resetCell();
  };
  const engine: Engine = {
    judge,
    cell,
    run,
    reviveCell() {
      if (cell.depth > 0) throw new Error('the cell can not be put back while it runs');
      restoreCell();
      clearWorkFolder(judge);
      clearWorkFolder(cell);
    },
    seed(seed) {
      cell.setUp(`__import__('random').seed(${Number(seed)})`);
    },
    restore() {
      restoreCell();
      restoreJudge();
    },
  };
  pair.connect({ cellDispatch, judgeDispatch }, (events) => onHostEvents(engine, events));
  engine.restore();
  mark('memory');
  return engine;
}

/**
 * One module with an empty memory and a file system as the image expects it.
 *
 * @throws where pointers to functions in the image would mean others here
 */
async function startSide({ memoryBytes, tableLength }: MemoryImage): Promise<Instance> {
  const config = {
    indexURL: 'https://pyodide.invalid/',
    lockFileContents: { info: __PYODIDE_LOCK_INFO__, packages: {} },
    jsglobals: Object.freeze(Object.create(null) as object),
    packages: [],
    env: { HOME: '/home/user' },
    stdout() {},
    stderr() {},
  };
  const module = await startModule(loadPyodide, _createPyodideModule, config, memoryBytes);
  if (module.wasmTable.length !== tableLength) {
    throw new Error(`the table has ${module.wasmTable.length} functions, not ${tableLength}`);
  }
  const side = new Instance(module);
  side.fs.mkdirTree(WORK_FOLDER);
  return side;
}
