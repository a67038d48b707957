import type { Album } from './album.ts';
import { unfold } from './steps.ts';

const SCREENS = {
  home: '',
  'new-run': '#/new?model=reference',
  'new-run-by-hand': '#/new?model=manual',
  'new-run-webllm': '#/new?model=webllm',
  'new-run-wllama': '#/new?model=wllama',
  'new-run-built-in': '#/new?model=built-in',
  'new-run-server': '#/new?model=openai-compatible',
  'new-run-answers': '#/new?model=imported',
  'runs-empty': '#/runs',
  'run-missing': '#/runs/nothere',
  'compare-empty': '#/compare/nothere',
  samples: '#/samples',
  'samples-filtered': '#/samples?cwe=CWE-089&words=order',
  'samples-none': '#/samples?words=zebra+crossing',
  sample: '#/samples/CWE-022/lab-report-reader',
  'sample-missing': '#/samples/CWE-000/nothere',
  'teach-empty': '#/teach',
  'class-empty': '#/class',
  'storage-empty': '#/storage',
  help: '#/help',
  about: '#/about',
  'other-data': '#/other-data',
  'not-found': '#/nowhere',
  'shared-cut-off': '#/r/abc',
  'result-cut-off': '#/a/abc',
  'exercise-cut-off': '#/x/abc',
} as const;

/** Screens with parts that are folded at first. */
const UNFOLDED = {
  help: '#/help',
  about: '#/about',
  sample: '#/samples/CWE-022/lab-report-reader',
};

/** Every screen as somebody sees it who has done nothing yet. */
export const firstVisit: Album = {
  name: 'first-visit',
  async *scenes({ page, site }) {
    for (const [name, hash] of Object.entries(SCREENS)) {
      await page.goto(site + hash);
      await page.locator('h1').waitFor();
      await page.getByText(/^(Loading|Looking|Reading) /).waitFor({ state: 'hidden' });
      yield { name };
    }
    for (const [name, hash] of Object.entries(UNFOLDED)) {
      await page.goto(site + hash);
      await page.locator('h1').waitFor();
      await unfold(page);
      yield { name: `${name}-unfolded` };
    }
  },
};
