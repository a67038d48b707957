import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';

const read = (file: string): string => readFileSync(`docs/scale/${file}`, 'utf8');

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape is what the tests are about
function yaml(file: string): any {
  const [document, ...others] = parseAllDocuments(read(file));
  expect(others).toEqual([]);
  expect(document?.errors).toEqual([]);
  return document?.toJS();
}

describe('the files for clusters', () => {
  test('GitHub Actions scores every part that is merged', () => {
    const { env, jobs } = yaml('github-actions.yml');
    expect(jobs.score.strategy.matrix.shard).toEqual(
      Array.from({ length: env.SHARDS }, (_, at) => at + 1),
    );
    expect(jobs.merge.needs).toBe('score');
  });

  test('Kubernetes has as many pods as parts', () => {
    const { spec } = yaml('kubernetes.yaml');
    const script = spec.template.spec.containers[0].args[0] as string;
    const of = Number(/--shard "\$part\/(\d+)"/.exec(script)?.[1]);
    expect(spec.completionMode).toBe('Indexed');
    expect(spec.completions).toBe(of);
  });

  test('Slurm has as many tasks as parts', () => {
    const script = read('slurm.sbatch');
    const last = /#SBATCH --array=1-(\d+)/.exec(script)?.[1];
    expect(script).toContain(`--shard "$part/${last}"`);
  });

  test.each([
    ['slurm.sbatch', () => read('slurm.sbatch')],
    ['kubernetes.yaml', () => yaml('kubernetes.yaml').spec.template.spec.containers[0].args[0]],
  ])('the shell script of %s is one', (_file, script) => {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: script(), encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
