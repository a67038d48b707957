import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { PART_NAMES, type PartName } from '../../src/sandbox/protocol.ts';
import { type EngineParts, makeEngineParts } from './engine-parts.ts';

const VIRTUAL_ID = 'virtual:engine';
const DEV_PATH = '/@engine/';

/**
 * Vite plugin: writes the files of the Python engine as hashed assets. `virtual:engine` exports where they
 * are and how large; the page's Content-Security-Policy gets the hash of the frame's script, because a
 * srcdoc document inherits the policy of its page.
 */
export function engineAssets(): Plugin {
  let serving = false;
  let making: Promise<EngineParts> | null = null;
  const engine = (): Promise<EngineParts> => (making ??= makeEngineParts());
  return {
    name: 'engine-assets',
    configResolved: (config) => {
      serving = config.command === 'serve';
    },
    configureServer: (server) => {
      server.middlewares.use(DEV_PATH, (request, response, next) => {
        const name = PART_NAMES.find((part) => request.url === `/${part}`);
        if (!name) return next();
        engine().then(({ parts }) => {
          response.setHeader('content-type', 'application/octet-stream');
          response.end(parts[name].compressed);
        }, next);
      });
    },
    resolveId: (id) => (id === VIRTUAL_ID ? `\0${VIRTUAL_ID}` : null),
    async load(id) {
      if (id !== `\0${VIRTUAL_ID}`) return null;
      const made = await engine();
      const files = Object.fromEntries(
        PART_NAMES.map((name) => {
          const { compressed, rawBytes, hash } = made.parts[name];
          // No .gz at the end: some hosts would announce it as compressed and browsers unpack it twice.
          const fileName = `assets/engine-${name}-${hash.slice(0, 12)}.bin`;
          if (!serving) this.emitFile({ type: 'asset', fileName, source: compressed });
          const url = serving ? DEV_PATH + name : fileName;
          return [name, { url, bytes: compressed.length, rawBytes }];
        }),
      ) as Record<PartName, object>;
      return [
        `export const version = ${JSON.stringify(made.version)};`,
        `export const files = ${JSON.stringify(files)};`,
        `export const frameScript = ${JSON.stringify(made.frameScript)};`,
        `export const frameScriptHash = ${JSON.stringify(scriptHash(made.frameScript))};`,
      ].join('\n');
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        const { frameScript } = await engine();
        return html.replace(
          /(http-equiv="Content-Security-Policy"[^>]*?script-src )/,
          `$1'${scriptHash(frameScript)}' blob: `,
        );
      },
    },
  };
}

function scriptHash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
