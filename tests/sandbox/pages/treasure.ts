/** What a page has to lose: secrets in every kind of storage, and itself. */
export const SECRET = 'canary-5c1f';

/** Puts the secret wherever a page of this origin can keep something. */
export async function plantSecrets(): Promise<void> {
  localStorage.setItem('secret', SECRET);
  document.cookie = `secret=${SECRET}`;
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('treasure', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('store').add(SECRET, 'secret');
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error ?? new Error('no database'));
  });
  await (await caches.open('treasure')).put('/secret', new Response(SECRET));
  const folder = await navigator.storage.getDirectory();
  const file = await (await folder.getFileHandle('secret', { create: true })).createWritable();
  await file.write(SECRET);
  await file.close();
}

/** Watches over the page; the function tells what was changed since. */
export function watchPage(): () => Promise<string[]> {
  const changes: string[] = [];
  const channel = new BroadcastChannel('page');
  channel.onmessage = ({ data }: MessageEvent<unknown>) =>
    changes.push(`a message on the page's channel: ${String(data)}`);
  void navigator.locks
    .request('page', () => new Promise<never>(() => undefined))
    .catch(() => changes.push('the lock of the page was taken away'));
  const url = location.href;
  return async () => [
    ...changes,
    ...(await lostStores()),
    ...(document.title === 'untouched' ? [] : [`the title is ${document.title}`]),
    ...(location.href === url ? [] : [`the address is ${location.href}`]),
    ...(localStorage.getItem('secret') === SECRET ? [] : ['the storage was changed']),
    ...('defaced' in window ? ['a variable was set'] : []),
  ];
}

async function lostStores(): Promise<string[]> {
  const databases = await indexedDB.databases();
  const files = await navigator.storage.getDirectory();
  const file = await files.getFileHandle('secret').catch(() => null);
  return [
    ...(databases.some(({ name }) => name === 'treasure') ? [] : ['the database is gone']),
    ...((await caches.has('treasure')) ? [] : ['the cache is gone']),
    ...(file === null ? ['the private file is gone'] : []),
  ];
}

/** The program of a worker that runs the body of an attack and tells over its port what that gave. */
export function attackScript(body: string): string {
  return `self.onmessage = async ({ ports: [port] }) => {
    try { port.postMessage(String(await (async () => { ${body} })())); }
    catch (error) { port.postMessage('refused: ' + error); }
  };`;
}

/** What arrives at a port within three seconds. */
export function answerOf(port: MessagePort): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('silence'), 3000);
    port.onmessage = ({ data }: MessageEvent<unknown>) => resolve(String(data));
  });
}
