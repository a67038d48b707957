import type { Dataset } from '../core/dataset/sample.ts';
import { strategyOf } from '../core/prompts/index.ts';
import type { Capabilities, Session } from './ports.ts';
import type { Provenance, RunPlan } from './run.ts';
import { sha256 } from './sha256.ts';

/** Digits of the prompts' hash: enough to tell strategies apart. */
const HASH_DIGITS = 16;

/** What is known of where a run's answers come from. */
export async function provenanceOf(
  plan: RunPlan,
  session: Session,
  dataset: Dataset,
  known: {
    readonly capabilities: Capabilities | null;
    readonly sandboxVersion: string;
    /** Milliseconds since 1970. */
    readonly now: number;
  },
): Promise<Provenance> {
  const promptHash = await hashOfPrompts(plan, dataset);
  return {
    ...(session.fingerprint === undefined ? {} : { fingerprint: session.fingerprint }),
    ...(session.engine === undefined ? {} : { engine: session.engine }),
    ...(session.quantisation === undefined ? {} : { quantisation: session.quantisation }),
    ...(promptHash === null ? {} : { promptHash }),
    device: session.device,
    honours: {
      seed: (session.honours ?? known.capabilities)?.seed ?? false,
      temperature: (session.honours ?? known.capabilities)?.temperature ?? false,
    },
    sandboxVersion: known.sandboxVersion,
    ...(session.price === undefined ? {} : { price: session.price }),
    loadedAt: known.now,
  };
}

/**
 * The provenance of a run that is resumed: what it began with, marked where the model, its engine, the sandbox or the
 * device is another one now.
 */
export function resumedProvenance(before: Provenance, now: Provenance): Provenance {
  const decisive = ({ fingerprint, engine, device, sandboxVersion }: Provenance) =>
    JSON.stringify([fingerprint, engine, device.backend, device.adapter, sandboxVersion]);
  return decisive(before) === decisive(now) ? before : { ...before, mixed: true };
}

/** Over the first messages of all samples; what tests showed is no part of it. */
async function hashOfPrompts(plan: RunPlan, dataset: Dataset): Promise<string | null> {
  const strategy = strategyOf(plan);
  if (strategy === null) return null;
  const asked = new Set(plan.sampleIds);
  const prompts = dataset.samples
    .filter(({ id }) => asked.has(id))
    .map((sample) =>
      strategy.messages(sample, {
        samples: dataset.samples,
        seed: plan.seed,
        insecureFailures: [],
      }),
    );
  const hash = await sha256(JSON.stringify(prompts));
  return hash?.slice(0, HASH_DIGITS) ?? null;
}
