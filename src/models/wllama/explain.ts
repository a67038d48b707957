import { ProviderError } from '../../run/ports.ts';

/** An error of the engine as one that the page can explain: what happened, and what to do next. */
export function explainEngineError(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  const said = (code: ProviderError['code'], text: string) =>
    new ProviderError(code, text, { cause: error });
  if (/context (size|window)|exceeds? the (available )?context|n_ctx|kv cache/i.test(message)) {
    return said(
      'context',
      'The prompt is longer than this model can read. Choose another model, or leave this sample out.',
    );
  }
  if (/out of memory|memory access|allocat|bad_alloc|OOM/i.test(message)) {
    return said(
      'oom',
      'There is not enough memory for this model in the browser. Close other tabs, or choose a smaller model.',
    );
  }
  if (name === 'QuotaExceededError') {
    return said(
      'quota',
      'The browser’s storage is full. Remove something under Storage, and load the model again.',
    );
  }
  if (/failed to fetch|networkerror|load failed|network error/i.test(message)) {
    return said(
      'network',
      'The model could not be downloaded: there is no connection, or its server doesn’t let other pages read it (CORS). Try again, or download the file yourself and open it from the disk.',
    );
  }
  if (/status code|HTTP|\b[45]\d\d\b/i.test(message)) {
    return said('network', `The server didn’t hand out the model (${message}). Check its address.`);
  }
  return said('unknown', `The engine stopped: ${message || name}. Load the model again.`);
}

/** Said of a file that isn't a model, or not one that the engine knows. */
export function notAModel(detail: string): ProviderError {
  return new ProviderError(
    'bad-file',
    `This is no model that can be run: ${detail}. What was downloaded of it is removed. Check the address or the file, and load it again.`,
  );
}
