import { Bridge, type Endpoints, type HostEvent } from './bridge.ts';
import { limitFiles } from './file-limit.ts';
import type { Instance } from './instance.ts';
import { addLinuxDevice } from './linux-device.ts';
import { addRequestDevice } from './request-device.ts';

const BRIDGE = '/dev/bridge';

export interface WiredPair {
  /** Lets requests through; until then each is an error. */
  connect(endpoints: Endpoints, onHostEvents: (events: readonly HostEvent[]) => void): void;
  /** Puts the devices of one side back to their first state. */
  resetJudge(): void;
  resetCell(): void;
}

/** Gives judge and cell the devices through which they reach each other and the worker. */
export function wirePair(judge: Instance, cell: Instance): WiredPair {
  let bridge: Bridge | null = null;
  const wired = (): Bridge => {
    if (bridge === null) throw new Error('a request before the bridge was there');
    return bridge;
  };
  const devicesOf = (side: Instance, answer: (request: Uint8Array) => Uint8Array): (() => void) => {
    const devices = [addRequestDevice(side, BRIDGE, 7, answer), addLinuxDevice(side)];
    // The judge runs our own tests: a lost judge would be the engine's failure.
    if (side === cell) devices.push(limitFiles(side));
    return () => {
      for (const device of devices) device.reset();
    };
  };
  return {
    connect(endpoints, onHostEvents) {
      bridge = new Bridge(judge, cell, endpoints, onHostEvents);
    },
    resetJudge: devicesOf(judge, (request) => wired().fromJudge(request)),
    resetCell: devicesOf(cell, (request) => wired().fromCell(request)),
  };
}

/** The devices that either side holds open, by descriptor: Python knows the numbers. */
export const OPEN_DEVICES: readonly (readonly [descriptor: number, path: string])[] = [
  [3, '/dev/linux'],
  [4, BRIDGE],
];

/**
 * Opens the devices under the numbers that Python knows from its image.
 *
 * @throws where a number is taken
 */
export function openDevices({ fs }: Instance): void {
  for (const [descriptor, path] of OPEN_DEVICES) {
    const { fd } = fs.open(path, 2);
    if (fd !== descriptor) throw new Error(`${path} is ${fd}, not ${descriptor}`);
  }
}
