import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../serve.mjs';
import type { Album } from './album.ts';

/** A newer version of the site waits. */
export const newVersion: Album = {
  name: 'new-version',
  serviceWorker: true,
  async *scenes({ page }) {
    const folder = mkdtempSync(join(tmpdir(), 'site-'));
    cpSync('dist', folder, { recursive: true });
    const server = await serveFolder(folder);
    try {
      await page.goto(server.url);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, {
        timeout: 60_000,
      });
      const script = join(folder, 'sw.js');
      writeFileSync(script, `${readFileSync(script, 'utf8')}\n// newer\n`);
      await page.reload();
      await page.getByText('A new version of this site is there').waitFor({ timeout: 60_000 });
      yield { name: 'home-new-version' };
    } finally {
      await server.close();
      rmSync(folder, { recursive: true });
    }
  },
};
