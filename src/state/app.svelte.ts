import { createContext } from 'svelte';
import type { Adapters } from './adapters.ts';
import { AnswersState } from './answers.svelte.ts';
import { BackupState } from './backup.svelte.ts';
import { CallsState } from './calls.svelte.ts';
import { ClassBoard } from './class-board.svelte.ts';
import { CustomModelsState } from './custom-models.svelte.ts';
import { DatasetState } from './dataset.svelte.ts';
import { DeskState } from './desk.svelte.ts';
import { EndpointsState } from './endpoints.svelte.ts';
import { EngineState } from './engine.svelte.ts';
import { ForeignState } from './foreign.svelte.ts';
import { IntakeState } from './intake.svelte.ts';
import { GgufsState } from './ggufs.svelte.ts';
import { KeptState } from './kept.svelte.ts';
import { MessagesState } from './messages.svelte.ts';
import { ModelShelf } from './model-shelf.svelte.ts';
import { OwnStrategiesState } from './own-strategies.svelte.ts';
import { RunsState } from './runs.svelte.ts';
import { SetupState } from './setup.svelte.ts';
import { ThemeState } from './theme.svelte.ts';
import { UpdatesState } from './updates.svelte.ts';

/** All view state, made once and handed down through the context. */
export class AppState {
  readonly adapters: Adapters;
  readonly answers: AnswersState;
  readonly backup: BackupState;
  readonly calls: CallsState;
  readonly classBoard: ClassBoard;
  readonly customModels: CustomModelsState;
  readonly ggufs: GgufsState;
  readonly data: DatasetState;
  readonly desk: DeskState;
  readonly endpoints: EndpointsState;
  readonly engine: EngineState;
  readonly foreign: ForeignState;
  readonly intake: IntakeState;
  readonly kept: KeptState;
  readonly messages = new MessagesState();
  readonly ownStrategies: OwnStrategiesState;
  readonly runs: RunsState;
  readonly setup: SetupState;
  readonly shelf: ModelShelf;
  readonly theme: ThemeState;
  readonly updates: UpdatesState;

  constructor(adapters: Adapters, root: HTMLElement) {
    this.adapters = adapters;
    this.data = new DatasetState(adapters);
    this.calls = new CallsState(adapters);
    this.classBoard = new ClassBoard(adapters, this.data);
    this.desk = new DeskState(adapters.desk, adapters.settings);
    this.engine = new EngineState(adapters.sandbox);
    this.shelf = new ModelShelf(adapters.providers);
    this.customModels = new CustomModelsState(adapters.settings, () => {
      this.shelf.forget('webllm');
    });
    this.ggufs = new GgufsState(adapters.settings, () => {
      this.shelf.forget('wllama');
    });
    this.endpoints = new EndpointsState(adapters.endpointPresets, adapters.settings, () => {
      for (const { id, needsEndpoint } of adapters.providers) {
        if (needsEndpoint === true) this.shelf.forget(id);
      }
    });
    this.ownStrategies = new OwnStrategiesState(adapters.settings);
    this.setup = new SetupState(adapters.settings, this.shelf, this.ownStrategies);
    this.answers = new AnswersState({ adapters, data: this.data, shelf: this.shelf });
    this.theme = new ThemeState(adapters.settings, root);
    this.runs = new RunsState({
      adapters,
      calls: this.calls,
      data: this.data,
      messages: this.messages,
      shelf: this.shelf,
    });
    this.backup = new BackupState({ adapters, messages: this.messages, runs: this.runs });
    this.foreign = new ForeignState(adapters);
    this.intake = new IntakeState({
      adapters,
      backup: this.backup,
      messages: this.messages,
      runs: this.runs,
    });
    this.kept = new KeptState(adapters, this.runs, this.shelf);
    this.updates = new UpdatesState(adapters, this.engine, this.messages);
    if (adapters.storageNotice !== null) this.messages.show('info', adapters.storageNotice);
  }
}

/** `useApp()` in any component; `provideApp(app)` once, in App.svelte. */
export const [useApp, provideApp] = createContext<AppState>();
