import type { CallPermission } from '../run/ports.ts';
import type { Adapters } from './adapters.ts';

const KEY = 'call-when-done';

/** Whether the visitor is called when a run ends that they don't look at. */
export class CallsState {
  readonly #deps: Pick<Adapters, 'caller' | 'settings'>;
  #permission = $state.raw<CallPermission>('impossible');
  #wanted = $state.raw(false);

  constructor(deps: Pick<Adapters, 'caller' | 'settings'>) {
    this.#deps = deps;
    this.#permission = deps.caller.permission;
    this.#wanted = deps.settings.read(KEY) === true;
  }

  get permission(): CallPermission {
    return this.#permission;
  }

  /** Whether calls are wanted and allowed. */
  get on(): boolean {
    return this.#wanted && this.#permission === 'allowed';
  }

  /** To be called from a click: the browser may have to ask the visitor. */
  async switch(on: boolean): Promise<void> {
    this.#wanted = on;
    this.#deps.settings.write(KEY, on);
    if (on && this.#permission === 'askable') this.#permission = await this.#deps.caller.ask();
  }

  call(title: string, text: string): void {
    if (this.on) this.#deps.caller.call(title, text);
  }
}
