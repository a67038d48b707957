import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Plugin } from 'vite';
import { CANARY } from '../../src/core/dataset/canary.ts';
import { type Erratum, errataSchema } from '../../src/core/dataset/errata.ts';
import { parseSample } from '../../src/core/dataset/parse-sample.ts';
import type { Dataset, Sample } from '../../src/core/dataset/sample.ts';
import { readSamples } from '../dataset/read-samples.ts';

const VIRTUAL_ID = 'virtual:dataset';
const DEV_PATH = '/@dataset.json';

/** The text of the harness: it decides verdicts too, so the data set's version covers it. */
function harnessText(dataset: string): string {
  const folder = join(dataset, 'harness');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .sort()
    .map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`)
    .join('\n');
}

/** @throws when the file doesn't fit the schema, or names a sample that isn't there. */
function readErrata(folder: string, samples: readonly Sample[]): readonly Erratum[] {
  const errata = v.parse(
    errataSchema,
    JSON.parse(readFileSync(join(folder, 'errata.json'), 'utf8')),
  );
  const unknown = errata.find(({ sampleId }) => !samples.some(({ id }) => id === sampleId));
  if (unknown) throw new Error(`${folder}/errata.json: there is no sample ${unknown.sampleId}`);
  return errata;
}

/**
 * Every sample under `folder` as one data set.
 *
 * @throws when a sample can't be read; the message names file and line of every violation.
 */
export function buildDataset(folder: string): Dataset {
  const violations: string[] = [];
  const samples: Sample[] = [];
  for (const { id, files } of readSamples(folder)) {
    const parsed = parseSample(id, files);
    if (parsed.ok) samples.push(parsed.sample);
    else {
      violations.push(
        ...parsed.violations.map(
          ({ file, line, message }) => `${folder}/${id}/${file}:${line} ${message}`,
        ),
      );
    }
  }
  if (violations.length > 0) throw new Error(`The data set has errors:\n${violations.join('\n')}`);
  const version = createHash('sha256')
    .update(JSON.stringify(samples))
    .update(harnessText(folder))
    .digest('hex');
  return { format: 1, canary: CANARY, version, samples, errata: readErrata(folder, samples) };
}

/**
 * Vite plugin: writes the data set as one hashed JSON asset. `virtual:dataset` exports its URL (relative
 * to the page), version, number of samples and bytes.
 */
export function datasetAsset(): Plugin {
  let serving = false;
  return {
    name: 'dataset-asset',
    configResolved: (config) => {
      serving = config.command === 'serve';
    },
    configureServer: (server) => {
      server.middlewares.use(DEV_PATH, (_request, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(buildDataset('dataset')));
      });
    },
    resolveId: (id) => (id === VIRTUAL_ID ? `\0${VIRTUAL_ID}` : null),
    load(id) {
      if (id !== `\0${VIRTUAL_ID}`) return null;
      const dataset = buildDataset('dataset');
      const text = JSON.stringify(dataset);
      const fileName = `assets/dataset-${dataset.version.slice(0, 12)}.json`;
      if (!serving) this.emitFile({ type: 'asset', fileName, source: text });
      const about = {
        url: serving ? DEV_PATH : fileName,
        version: dataset.version,
        harness: createHash('sha256').update(harnessText('dataset')).digest('hex'),
        count: dataset.samples.length,
        bytes: Buffer.byteLength(text),
      };
      return Object.entries(about)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}
