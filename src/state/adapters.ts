import type { Dataset } from '../core/dataset/sample.ts';
import type {
  AnswerSetStore,
  Caller,
  BrowserRoom,
  CompletionCache,
  EndpointPreset,
  Keeper,
  ManualDesk,
  Provider,
  RunStore,
  Sandbox,
  SelfCheckStore,
  WakeLock,
} from '../run/ports.ts';
import type { Settings } from './settings.ts';

/** What becomes of the site's files in this browser. */
export interface SiteUpdateEvents {
  onKept(): void;
  onNewVersion(): void;
}

/** Everything that reaches outside the page's own state; made once, in main.ts. */
export interface Adapters {
  readonly store: RunStore;
  /** Absent where nothing can be kept. */
  readonly checks?: SelfCheckStore;
  readonly completions?: CompletionCache;
  /** Answers that were made elsewhere. */
  readonly answerSets: AnswerSetStore;
  /** Everything that this site keeps in the browser, in the order of the page. */
  readonly keepers: readonly Keeper[];
  readonly room: BrowserRoom;
  /** Set where nothing survives the tab: what that means and what to do. */
  readonly storageNotice: string | null;
  readonly sandbox: Sandbox;
  readonly providers: readonly Provider[];
  /** Kinds of servers that the visitor can name. */
  readonly endpointPresets: readonly EndpointPreset[];
  readonly desk: ManualDesk;
  /** Null where the browser has none (a page without https): runs are then not guarded against two tabs. */
  readonly locks: Pick<LockManager, 'request' | 'query'> | null;
  readonly wakeLock: WakeLock;
  readonly caller: Caller;
  readonly settings: Settings;
  readonly siteVersion: string;
  /** Of Pyodide. */
  readonly engineVersion: string;
  /** Of CPython in it. */
  readonly pythonVersion: string;
  /** The list of issues of the project; null where there is none. */
  readonly trackerUrl: string | null;
  /** What is known of the data set before it is loaded. */
  readonly datasetInfo: {
    readonly version: string;
    /** Hash of the harness alone; the version covers it too. */
    readonly harness: string;
    readonly count: number;
  };
  /** @throws when the asset can't be had or read */
  fetchDataset(): Promise<Dataset>;
  /** Begins to keep the site for use without a network; tells what becomes of it. */
  keepOffline(ready: Promise<unknown>, events: SiteUpdateEvents): () => void;
  newId(): string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Whether the visitor asked for little traffic: nothing large is then loaded ahead. */
  readonly savesData: boolean;
  /** Whether traffic costs the visitor, or shall be spared: asked before each large download. */
  isMetered(): boolean;
}
