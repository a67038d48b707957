/**
 * Freezes the worker's JavaScript realm before any code under test runs. An interpreter's heap is put back
 * after every attempt, but JavaScript objects are not: what code under test could change here would
 * outlive its attempt. The idea is that of SES (hardened JavaScript); ours only has to suit Pyodide.
 */

/** What stays reachable by name in the worker's global object. Pyodide needs these. */
const KEPT_GLOBALS = [
  'Object', 'Array', 'Function', 'Error', 'TypeError', 'RangeError', 'AggregateError', 'DOMException',
  'Promise', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Proxy', 'Reflect',
  'Symbol', 'JSON', 'Math', 'Date', 'BigInt', 'Number', 'String', 'Boolean', 'RegExp', 'Iterator',
  'ArrayBuffer', 'DataView', 'Uint8Array', 'Int8Array', 'Uint16Array', 'Int16Array', 'Uint32Array',
  'Int32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'Uint8ClampedArray',
  'TextEncoder', 'TextDecoder', 'WebAssembly', 'performance', 'crypto', 'console', 'setTimeout',
  'clearTimeout', 'queueMicrotask', 'globalThis', 'self', 'undefined', 'NaN', 'Infinity', 'isNaN',
  'isFinite', 'parseInt', 'parseFloat', 'AbortController', 'AbortSignal', 'MessageChannel',
  'WorkerGlobalScope', 'DedicatedWorkerGlobalScope', 'EventTarget', 'location', 'navigator',
]; // prettier-ignore

/** Intrinsics that are frozen, besides all that can be reached from them. */
const FROZEN_GLOBALS = [
  ...KEPT_GLOBALS.filter((name) => /^[A-Z]/.test(name) && name !== 'NaN' && name !== 'Infinity'),
  'EvalError', 'ReferenceError', 'SyntaxError', 'URIError', 'SharedArrayBuffer', 'Response',
  'MessagePort', 'Intl', 'Atomics',
]; // prettier-ignore

type Bag = Record<PropertyKey, unknown>;

/** Takes away the globals that Pyodide doesn't need: network, storage, workers, timers that repeat. */
export function scrubGlobals(): void {
  const kept = new Set<string>([...KEPT_GLOBALS, 'constructor']);
  for (
    let object: object | null = globalThis;
    object !== null && object !== Object.prototype;
    object = Object.getPrototypeOf(object) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(object)) {
      if (!kept.has(name)) Reflect.deleteProperty(object, name);
    }
  }
}

/** Freezes the intrinsics, and closes the way from any object to code made from text. */
export function lockDown(): void {
  const functionConstructors = [
    Function,
    Reflect.getPrototypeOf(async function () {})?.constructor,
    Reflect.getPrototypeOf(function* () {})?.constructor,
    Reflect.getPrototypeOf(async function* () {})?.constructor,
  ] as { readonly prototype: Bag }[];
  const intrinsics = reachable([
    ...namedIntrinsics(),
    ...hiddenIntrinsics(),
    ...functionConstructors,
  ]);
  const refuse = function (): never {
    throw new TypeError('code can not be made from text here');
  };
  refuse.prototype = Function.prototype;
  for (const { prototype } of functionConstructors) {
    Object.defineProperty(prototype, 'constructor', {
      value: refuse,
      writable: false,
      configurable: false,
    });
  }
  intrinsics.add(refuse);
  for (const prototype of shadowedPrototypes()) allowShadowing(prototype);
  for (const object of intrinsics) Object.freeze(object);
}

function namedIntrinsics(): unknown[] {
  const globals = globalThis as unknown as Bag;
  return FROZEN_GLOBALS.map((name) => globals[name]);
}

/** Prototypes that no global name leads to. */
function hiddenIntrinsics(): unknown[] {
  const iterators = [
    [][Symbol.iterator](),
    ''[Symbol.iterator](),
    new Map()[Symbol.iterator](),
    new Set()[Symbol.iterator](),
    ''.matchAll(/./g),
    (function* () {})(),
    (async function* () {})(),
  ];
  return iterators.map((iterator) => Object.getPrototypeOf(iterator) as unknown);
}

function reachable(roots: readonly unknown[]): Set<object> {
  const found = new Set<object>();
  const queue: object[] = [];
  const add = (value: unknown): void => {
    const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
    if (!isObject || value === globalThis || found.has(value as object)) return;
    found.add(value as object);
    queue.push(value as object);
  };
  roots.forEach(add);
  for (let object = queue.pop(); object !== undefined; object = queue.pop()) {
    add(Object.getPrototypeOf(object));
    for (const key of Reflect.ownKeys(object)) {
      const property = Reflect.getOwnPropertyDescriptor(object, key);
      add(property?.value);
      add(property?.get);
      add(property?.set);
    }
  }
  return found;
}

function shadowedPrototypes(): object[] {
  const errors = [Error, TypeError, RangeError, ReferenceError, SyntaxError, EvalError];
  return [
    Object.prototype,
    Function.prototype,
    Promise.prototype,
    ...errors.map((error) => error.prototype),
  ];
}

/**
 * A frozen data property of a prototype also forbids `instance.name = value`, which Pyodide's own code does
 * with `name`, `message` and `toString`. An accessor in its place allows that for instances.
 */
function allowShadowing(prototype: object): void {
  for (const key of Reflect.ownKeys(prototype)) {
    const property = Reflect.getOwnPropertyDescriptor(prototype, key);
    if (!property?.configurable || !property.writable || !('value' in property)) continue;
    const value: unknown = property.value;
    Object.defineProperty(prototype, key, {
      configurable: false,
      enumerable: property.enumerable ?? false,
      get: () => value,
      set(this: Bag, next: unknown) {
        if (this === prototype) throw new TypeError('frozen');
        if (Object.prototype.hasOwnProperty.call(this, key)) this[key] = next;
        else {
          Object.defineProperty(this, key, {
            value: next,
            writable: true,
            enumerable: true,
            configurable: true,
          });
        }
      },
    });
  }
}
