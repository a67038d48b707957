import { ProviderError } from '../../run/ports.ts';
import type { EngineError } from './protocol.ts';

/** An error of WebLLM as one that the page can explain: what happened, and what to do next. */
export function explainEngineError(error: EngineError): ProviderError {
  const { name, message } = error;
  const said = (code: ProviderError['code'], text: string) =>
    new ProviderError(code, text, { cause: error });

  if (name === 'ShaderF16SupportError' || /shader-f16/.test(message)) {
    return said(
      'no-f16',
      'This model needs 16-bit shaders, which this graphics card doesn’t offer. Choose the 32-bit variant.',
    );
  }
  if (/^WebGPUNot|^FeatureSupport/.test(name) || /compatible GPU|exceeds limit/i.test(message)) {
    return said(
      'unsupported',
      'The graphics card can’t run this model. Choose a smaller model or another device.',
    );
  }
  // Before memory: the message of a lost device guesses at that too.
  if (name === 'DeviceLostError' || /device.*lost|lost.*device/i.test(message)) {
    return deviceLost(message);
  }
  if (/out of memory|OOM|allocat|createBuffer/i.test(message)) {
    return said(
      'oom',
      'There is not enough graphics memory for this model. Close other tabs, or choose a smaller model.',
    );
  }
  if (name === 'ContextWindowSizeExceededError') {
    return said(
      'context',
      'The prompt is longer than this model can read. Choose another model, or leave this sample out.',
    );
  }
  if (name === 'IntegrityError') {
    return said('integrity', 'A file of the model is not what it should be. Load the model again.');
  }
  if (name === 'QuotaExceededError') return quotaExceeded(error);
  if (['CompileError', 'LinkError', 'SyntaxError'].includes(name)) return badFile(error);
  if (name === 'NetworkError' || /failed to fetch|networkerror|load failed/i.test(message)) {
    return said(
      'network',
      'The connection broke while the model was loading. What arrived is kept; load it again to go on.',
    );
  }
  return said(
    'unknown',
    `The model’s engine failed: ${message || name}. Load the model again, or choose a smaller one.`,
  );
}

/**
 * The same for an error while a model is loaded. WebLLM reads the parts of a library unchecked, so one that
 * doesn't fit its version shows as a TypeError about a missing property.
 */
export function explainLoadError(error: EngineError): ProviderError {
  const foreign = error.name === 'TypeError' && /undefined|not a function/.test(error.message);
  return foreign ? badFile(error) : explainEngineError(error);
}

function badFile(error: EngineError): ProviderError {
  return new ProviderError(
    'bad-file',
    `A file of the model is damaged or doesn’t fit this version of the page (${error.message}). It was removed; load the model again.`,
    { cause: error },
  );
}

/** Said when the graphics device went away under the engine. */
export function deviceLost(detail: string): ProviderError {
  return new ProviderError(
    'device-lost',
    'The graphics card stopped working for this page, often for lack of memory. Close other tabs, then load the model again or choose a smaller one.',
    { cause: detail },
  );
}

/** Said when the browser has no room for the model's files. */
export function quotaExceeded(cause: unknown): ProviderError {
  return new ProviderError(
    'quota',
    'The browser’s storage has no room for this model. Free disk space or choose a smaller model; what arrived is kept.',
    { cause },
  );
}

/** Said when the worker of the engine fell over; `event` is its `error` or `messageerror`. */
export function workerEnded(event: Event): ProviderError {
  const message = 'message' in event ? String(event.message) : '';
  return explainEngineError({ name: 'Error', message: message || 'its worker ended' });
}
