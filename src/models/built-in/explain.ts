import { ProviderError } from '../../run/ports.ts';

/** An error of the browser's model as one that the page can explain: what happened, and what to do next. */
export function explainModelError(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  const said = (code: ProviderError['code'], text: string) =>
    new ProviderError(code, text, { cause: error });
  switch (name) {
    case 'QuotaExceededError':
      return said(
        'context',
        'The prompt is longer than the browser’s model can read. Choose another model, or leave this sample out.',
      );
    case 'NotAllowedError':
      return said(
        'unsupported',
        'The browser loads its model only right after a click. Press the button again; if that doesn’t help, its settings or your organisation forbid it.',
      );
    case 'NotSupportedError':
      return said(
        'unsupported',
        'The browser’s model doesn’t take this prompt, or refuses to answer in its language. Choose another model.',
      );
    case 'NetworkError':
      return said(
        'network',
        'The browser could not download its model. Check the connection and the room on your disk, and try again.',
      );
    case 'UnknownError':
    case 'InvalidStateError':
    case 'OperationError':
      return said(
        'device-lost',
        `The browser’s model has stopped (${message || name}). Resume the run; if it stops again, restart the browser.`,
      );
    default:
      return said('unknown', `The browser’s model failed: ${message || name}. Try again.`);
  }
}
