import type { Album } from './album.ts';
import { dialogs } from './dialogs.ts';
import { failures } from './failures.ts';
import { firstVisit } from './first-visit.ts';
import { huge } from './huge.ts';
import { newVersion } from './new-version.ts';
import { results } from './results.ts';
import { teaching } from './teaching.ts';
import { waiting } from './waiting.ts';

/** Every album, each of which can be taken alone. */
export const ALBUMS: readonly Album[] = [
  firstVisit,
  waiting,
  failures,
  results,
  dialogs,
  teaching,
  huge,
  newVersion,
];
