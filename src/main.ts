/* The only place where adapters are made. */
import './app.css';
import { version as engineVersion } from 'pyodide/package.json';
import { mount } from 'svelte';
import { count, harness, url as datasetUrl, version as datasetVersion } from 'virtual:dataset';
import { parseDataset } from './core/dataset/parse-dataset.ts';
import type { Dataset } from './core/dataset/sample.ts';
import { createBuiltInProvider } from './models/built-in/index.ts';
import { createImportedProvider } from './models/imported/index.ts';
import { createManualProvider } from './models/manual/index.ts';
import { createOpenaiProvider, ENDPOINT_PRESETS } from './models/openai-compatible/index.ts';
import { createReferenceProvider } from './models/reference/index.ts';
import { createWebllmProvider } from './models/webllm/index.ts';
import { createWllamaProvider } from './models/wllama/index.ts';
import { createCaller } from './device/caller.ts';
import { createWakeLock } from './device/wake-lock.ts';
import { keepOffline } from './offline/register.ts';
import { siteFilesKeeper } from './offline/site-files.ts';
import type { Provider } from './run/ports.ts';
import { createSandbox } from './sandbox/host/index.ts';
import type { Adapters } from './state/adapters.ts';
import { AppState } from './state/app.svelte.ts';
import { openSettings } from './state/settings.ts';
import { browserRoom } from './storage/browser-room.ts';
import { createMemoryAnswerSets } from './storage/memory-answer-sets.ts';
import { createMemoryRunStore } from './storage/memory-run-store.ts';
import { type OpenStorage, openStorage } from './storage/open-storage.ts';
import App from './ui/App.svelte';

async function fetchDataset(): Promise<Dataset> {
  const response = await fetch(new URL(datasetUrl, document.baseURI));
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return parseDataset(await response.json());
}

async function openStore(): Promise<
  Partial<OpenStorage> & Pick<Adapters, 'store' | 'answerSets' | 'storageNotice'>
> {
  try {
    return { ...(await openStorage()), storageNotice: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      store: createMemoryRunStore(),
      answerSets: createMemoryAnswerSets(),
      storageNotice: `${reason} You can use everything, but runs are gone when this tab closes: export what you want to keep.`,
    };
  }
}

/** Reading `localStorage` itself throws where the browser blocks it. */
function localStorageOrNull(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** What a browser tells of the line (wicg.github.io/netinfo; Chromium only). */
function line(): { readonly saveData?: boolean; readonly type?: string } {
  const { connection } = navigator as { connection?: { saveData?: boolean; type?: string } };
  return connection ?? {};
}

/** Whether the visitor asked the browser for little traffic. */
const savesData = (): boolean => line().saveData === true;

const seconds = (count: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, 1000 * count));

/** 80 random bits in base 36; `crypto.randomUUID` is missing on pages without https. */
function newId(): string {
  const parts = crypto.getRandomValues(new Uint16Array(5));
  return Array.from(parts, (part) => part.toString(36).padStart(4, '0')).join('');
}

async function start(): Promise<void> {
  const root = document.getElementById('app');
  if (root === null) throw new Error('index.html has no #app');
  const manual = createManualProvider();
  const reference = createReferenceProvider({
    lookup: async (id) => {
      await app.data.load();
      return app.data.sample(id);
    },
  });
  const openai = createOpenaiProvider({
    endpoints: {
      get current() {
        return app.endpoints.current;
      },
      of: (preset) => app.endpoints.of(preset),
    },
  });
  const webllm = createWebllmProvider({
    custom: {
      get list() {
        return app.customModels.list;
      },
    },
  });
  const wllama = createWllamaProvider({
    custom: {
      get list() {
        return app.ggufs.list;
      },
    },
  });
  const storage = await openStore();
  const imported = createImportedProvider({ ...storage, runs: storage.store });
  const builtIn = createBuiltInProvider();
  const providers = [reference, manual, webllm, wllama, builtIn, openai, imported];
  const site = siteFilesKeeper({
    caches: globalThis.caches as CacheStorage | undefined,
    serviceWorker: navigator.serviceWorker as ServiceWorkerContainer | undefined,
  });
  const app: AppState = new AppState(
    {
      ...storage,
      keepers: [
        ...providers.flatMap(({ keeper }: Provider) => keeper ?? []),
        ...(storage.keepers ?? []),
        site,
      ],
      room: browserRoom(navigator.storage as StorageManager | undefined),
      sandbox: createSandbox(),
      providers,
      endpointPresets: ENDPOINT_PRESETS,
      desk: manual.desk,
      locks: navigator.locks ?? null,
      wakeLock: createWakeLock(navigator.wakeLock ?? null, document),
      caller: createCaller({
        Notification: window.Notification ?? null,
        serviceWorker: navigator.serviceWorker ?? null,
        isLookedAt: () => document.visibilityState === 'visible' && document.hasFocus(),
        toFront: () => window.focus(),
      }),
      settings: openSettings(localStorageOrNull()),
      siteVersion: __SITE_VERSION__,
      engineVersion,
      pythonVersion: __PYTHON_VERSION__,
      trackerUrl: __TRACKER_URL__,
      datasetInfo: { version: datasetVersion, harness, count },
      fetchDataset,
      // The files are many megabytes. Whoever saves traffic gets them once Python is needed anyway.
      keepOffline: (ready, events) =>
        keepOffline(savesData() ? ready : Promise.race([ready, seconds(20)]), events),
      newId,
      now: () => Date.now(),
      savesData: savesData(),
      isMetered: () => savesData() || line().type === 'cellular',
    },
    document.documentElement,
  );
  const report = (reason: unknown): void => {
    const what = reason instanceof Error ? reason.message : String(reason);
    app.messages.show(
      'problem',
      `Something went wrong: ${what}. Finished attempts are saved; reload the page to go on.`,
    );
  };
  window.addEventListener('error', (event) => report(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => report(event.reason));
  mount(App, { target: root, props: { app } });
}

start().catch((error: unknown) => {
  const what = error instanceof Error ? error.message : String(error);
  document.body.append(
    `The page could not start: ${what}. Reload it; if that does not help, try another browser.`,
  );
});
