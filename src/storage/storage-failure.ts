import { StorageError } from '../run/ports.ts';

/** What a failed database operation means, in words for the page. A `StorageError` stays as it is. */
export function storageFailure(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const name = error instanceof Error ? error.name : '';
  switch (name) {
    case 'QuotaExceededError':
      return new StorageError(
        'quota',
        'The browser’s storage is full, so the result could not be saved. Delete old runs or free disk space, then resume.',
        { cause: error },
      );
    case 'InvalidStateError':
      return new StorageError(
        'closed',
        'The connection to the browser’s storage was lost. Reload the page; what was saved is still there.',
        { cause: error },
      );
    case 'SecurityError':
      return new StorageError('unavailable', UNAVAILABLE, { cause: error });
    default:
      return new StorageError(
        'unknown',
        `The browser’s storage failed (${name || String(error)}). Reload the page and resume; what was saved is still there.`,
        { cause: error },
      );
  }
}

/** Runs a database operation; what it throws becomes a `StorageError`. */
export async function explained<T>(operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    throw storageFailure(error);
  }
}

/** Said where the browser gives the page no database at all. */
export const UNAVAILABLE =
  'The browser gives this page no storage (private mode, or storage is blocked), so runs can’t be kept.';
