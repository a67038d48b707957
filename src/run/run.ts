import type { SampleId } from '../core/dataset/sample.ts';
import type { Extraction } from '../core/extraction/extraction.ts';
import type { PromptTemplate } from '../core/prompts/own/template.ts';
import type { Message, Task } from '../core/prompts/strategy.ts';
import type { Observation } from '../core/verdicts/observation.ts';
import type { Verdict } from '../core/verdicts/verdict.ts';
import type { DeviceInfo, TokenPrice } from './ports.ts';
import type { AttemptCheck } from './self-check.ts';

export type RunId = string;

/** What a run shall do; fixed when it starts. */
export interface RunPlan {
  readonly task: Task;
  /** Id of a strategy of this task. */
  readonly strategy: string;
  /** The text of a strategy that the visitor wrote: it may be changed or gone when the run is looked at or resumed. */
  readonly template?: PromptTemplate;
  readonly model: { readonly provider: string; readonly id: string; readonly title: string };
  readonly sampleIds: readonly SampleId[];
  readonly attemptsPerSample: number;
  readonly temperature: number;
  readonly maxTokens: number;
  readonly seed: number;
  readonly datasetVersion: string;
  /** How often an answer that failed tests may be mended, by strategies that tell which; 0 where it isn't said. */
  readonly rounds?: number;
  /** Whether every answer is generated anew, also where an earlier run has it. */
  readonly fresh?: boolean;
}

/** `finished`: every attempt is stored. `open`: some are missing; it can be resumed. */
export type RunState = 'open' | 'finished';

export interface Run {
  readonly id: RunId;
  readonly plan: RunPlan;
  readonly state: RunState;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly siteVersion: string;
  /** Attempts stored so far and in all. */
  readonly done: number;
  readonly total: number;
  /** Where the answers came from; absent until a model was loaded for it. */
  readonly provenance?: Provenance;
}

/** What the answers of a run came from, as far as it could be found out. */
export interface Provenance {
  /** Says the same for the same weights and settings. */
  readonly fingerprint?: string;
  /** Name and version: `web-llm 0.2.86`. */
  readonly engine?: string;
  readonly quantisation?: string;
  readonly device: DeviceInfo;
  readonly honours: { readonly seed: boolean; readonly temperature: boolean };
  /** SHA-256 over the messages of all samples, 16 hex digits. */
  readonly promptHash?: string;
  /** The sandbox's engine. */
  readonly sandboxVersion: string;
  readonly price?: TokenPrice;
  /** When the model was loaded for it first, in milliseconds since 1970. */
  readonly loadedAt?: number;
  /** The run was resumed with other weights, another engine or on another device: what stands here began it. */
  readonly mixed?: true;
}

/** What the model answered and how that went. */
export interface Completion {
  readonly text: string;
  readonly finish: 'stop' | 'length';
  readonly usage?: {
    readonly prompt: number;
    readonly completion: number;
    readonly exact: boolean;
  };
  /** Milliseconds from the request to the last token. */
  readonly ms: number;
  /** Not generated for this run: an earlier run asked the same, or the answer was made elsewhere. */
  readonly replayed?: boolean;
}

/** A question, its answer and what became of that. */
export interface Round {
  readonly messages: readonly Message[];
  readonly completion: Completion;
  readonly extraction: Extraction;
  /** Null where there was no code to run. */
  readonly observation: Observation | null;
  readonly verdict: Verdict;
}

/** The n-th completion of one sample in a run, with all that became of it; of several rounds, the last one. */
export interface Attempt extends Round {
  readonly runId: RunId;
  readonly sampleId: SampleId;
  /** Counted from 0. */
  readonly index: number;
  /** The rounds before the last one, where the strategy has several. */
  readonly earlier?: readonly Round[];
  /** How the sample's references were judged here; absent where the references themselves answered. */
  readonly selfCheck?: AttemptCheck;
  readonly extractionVersion: number;
  readonly finishedAt: number;
}
