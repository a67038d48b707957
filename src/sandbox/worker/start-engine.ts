import { Bridge, type HostEvent } from './bridge.ts';
import { Instance } from './instance.ts';
import { addLinuxDevice } from './linux-device.ts';
import { lockDown, scrubGlobals } from './lockdown.ts';
import { clearWorkFolder, WORK_FOLDER } from './mirror.ts';
import { takePristine } from './pristine.ts';
import { addRequestDevice } from './request-device.ts';
import { checkWarmUp, warmUp } from './warm-up.ts';
import { type EngineParts, prepareRealm, startPyodide } from './start-pyodide.ts';
import type { Pointer } from './emscripten.ts';

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
 * Boots judge and cell from one snapshot. What the judge tells the worker itself goes to `onHostEvents`;
 * `mark` is told the name of each phase when it ends.
 * Afterwards the JavaScript realm is frozen.
 */
export async function startEngine(
  parts: EngineParts,
  mark: (phase: string) => void,
  onHostEvents: (engine: Engine, events: readonly HostEvent[]) => void,
): Promise<Engine> {
  prepareRealm(parts);
  const complaints: string[] = [];
  try {
    return await startPair(parts, mark, onHostEvents, (line) => complaints.push(line));
  } catch (error) {
    throw new Error([String(error), ...complaints.slice(-20)].join('\n'), { cause: error });
  }
}

async function startPair(
  { snapshot }: EngineParts,
  mark: (phase: string) => void,
  onHostEvents: (engine: Engine, events: readonly HostEvent[]) => void,
  onError: (line: string) => void,
): Promise<Engine> {
  const [judge, cell] = (
    await Promise.all([startPyodide(snapshot, onError), startPyodide(snapshot, onError)])
  ).map((pyodide) => new Instance(pyodide)) as [Instance, Instance];

  mark('pyodide');

  // The devices answer from the first moment, since the set-up of either side opens them.
  let bridge: Bridge | null = null;
  const wired = (): Bridge => {
    if (bridge === null) throw new Error('a request before the bridge was there');
    return bridge;
  };
  const judgeDevices = [
    addRequestDevice(judge, '/dev/bridge', 7, (request) => wired().fromJudge(request)),
    addLinuxDevice(judge),
  ];
  const cellDevices = [
    addRequestDevice(cell, '/dev/bridge', 7, (request) => wired().fromCell(request)),
    addLinuxDevice(cell),
  ];
  for (const side of [judge, cell]) {
    side.fs.mkdirTree(WORK_FOLDER);
    side.setUp('import linux; linux.install()');
  }
  mark('linux');
  judge.setUp('import judge_main; judge_main.setup()');
  cell.setUp('import cell_main; cell_main.setup()');
  const endpoints = {
    cellDispatch: cell.callable('cell_main.dispatch'),
    judgeDispatch: judge.callable('judge_main.dispatch'),
  };
  const run = judge.callable('judge_main.run');
  mark('endpoints');
  cell.setUpBare('import harden; harden.harden()');

  mark('harden');

  let engine: Engine | null = null;
  const early: HostEvent[] = [];
  bridge = new Bridge(judge, cell, endpoints, (events) => {
    if (engine === null) early.push(...events);
    else onHostEvents(engine, events);
  });
  warmUp(judge, run);
  checkWarmUp(early);
  for (const side of [judge, cell]) {
    side.setUpBare(`import os; os.chdir('${WORK_FOLDER}')`);
    clearWorkFolder(side);
  }
  mark('warm-up');
  lockDown();
  scrubGlobals();
  mark('lock-down');
  const restoreJudge = freeze(judge, judgeDevices);
  const restoreCell = freeze(cell, cellDevices);
  mark('freeze');
  engine = {
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
      cell.setUpBare(`__import__('random').seed(${Number(seed)})`);
    },
    restore() {
      restoreCell();
      restoreJudge();
    },
  };
  return engine;
}

/** Keeps the state of one side; gives what puts it back. */
function freeze(side: Instance, devices: readonly { reset(): void }[]): () => void {
  const pristine = takePristine(side);
  return () => {
    pristine.restore();
    for (const device of devices) device.reset();
  };
}
