import type { AppConfig } from '@mlc-ai/web-llm';
import { version } from '@mlc-ai/web-llm/package.json';
import type { DeviceInfo, Progress, Session } from '../../run/ports.ts';
import { ProviderError } from '../../run/ports.ts';
import type { DownloadDeps } from './download-model.ts';
import { downloadModel } from './download-model.ts';
import { deviceLost, explainLoadError, workerEnded } from './explain.ts';
import { fingerprintOf } from './fingerprint.ts';
import { forgetSmallFiles } from './model-cache.ts';
import type { WebllmModel } from './model-list.ts';
import type { EngineWorker, FromWorker } from './protocol.ts';
import { WebllmSession } from './webllm-session.ts';

export interface LoadDeps extends DownloadDeps {
  createWorker(): EngineWorker;
}

/** Name and version of the engine, for fingerprints and provenance. */
const ENGINE = `web-llm ${version}`;

interface LoadOptions {
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/**
 * Downloads what is missing of a model, starts its worker, loads it there and asks it a first question. Files
 * that the engine refuses may have been kept from another time: they are fetched anew, once.
 * @throws {ProviderError}
 */
export async function loadModel(
  model: WebllmModel,
  device: DeviceInfo,
  deps: LoadDeps,
  options: LoadOptions,
): Promise<Session> {
  for (let again = false; ; again = true) {
    const { contents, kept } = await downloadModel(model, deps, options);
    const fingerprint = await fingerprintOf(model, contents, ENGINE);
    const worker = deps.createWorker();
    try {
      await loaded(worker, model, options);
      const session = new WebllmSession(worker, device, {
        thinking: !model.thinks,
        engine: ENGINE,
        fingerprint,
        quantisation: model.quantisation,
      });
      await session.check(options.signal);
      options.onProgress({ phase: 'ready', ratio: 1 });
      return session;
    } catch (error) {
      // Ending the worker is how loading is cancelled: the engine's own way out resolves as if all were well.
      worker.terminate();
      if (!(error instanceof ProviderError) || error.code !== 'bad-file') throw error;
      await forgetSmallFiles(model, deps.caches);
      if (again || !kept) throw error;
    }
  }
}

function loaded(
  worker: EngineWorker,
  model: WebllmModel,
  { signal, onProgress }: LoadOptions,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = () => reject(new ProviderError('aborted', 'Loading was cancelled.'));
    if (signal.aborted) return cancel();
    signal.addEventListener('abort', cancel, { once: true });
    worker.addEventListener('error', (event) => reject(workerEnded(event)));
    worker.addEventListener('message', (event) => {
      const message = (event as MessageEvent<FromWorker>).data;
      if (message.type === 'progress') onProgress(message.progress);
      if (message.type === 'load-failed') reject(explainLoadError(message.error));
      if (message.type === 'device-lost') reject(deviceLost(message.detail));
      if (message.type === 'loaded') {
        signal.removeEventListener('abort', cancel);
        resolve();
      }
    });
    worker.postMessage({ type: 'load', config: configOf(model), modelId: model.id });
  });
}

/** WebLLM's configuration with this one model in its list. */
function configOf(model: WebllmModel): AppConfig {
  return {
    cacheBackend: 'cache',
    model_list: [
      {
        model: model.weightsUrl,
        model_id: model.id,
        model_lib: model.wasmUrl,
        ...(model.vramMb === null ? {} : { vram_required_MB: model.vramMb }),
        overrides: { ...model.overrides },
        ...(model.requiresF16 ? { required_features: ['shader-f16'] } : {}),
      },
    ],
  };
}
