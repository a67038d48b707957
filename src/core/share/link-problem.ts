import { assertNever } from '../assert-never.ts';

/** Why the text of a link was not taken. */
export type LinkProblem =
  'damaged' | 'truncated' | 'too-long' | 'newer-version' | 'other-kind' | 'unknown-dataset';

/** A link that was not taken. `message` says what that means and what to do next. */
export interface RefusedLink {
  readonly ok: false;
  readonly reason: LinkProblem;
  readonly message: string;
}

export function refused(reason: LinkProblem): RefusedLink {
  return { ok: false, reason, message: messageOf(reason) };
}

function messageOf(reason: LinkProblem): string {
  switch (reason) {
    case 'damaged':
      return 'This link is damaged: some of its characters have changed. Ask for it again, and copy it whole.';
    case 'truncated':
      return 'This link is cut off: its end is missing. Ask for it again, and copy it whole.';
    case 'too-long':
      return 'This link is longer than any that this site makes, so it was not read.';
    case 'newer-version':
      return 'This link was made by a newer version of this site. Reload the page, or open the link on the site where it was made.';
    case 'other-kind':
      return 'This link holds something else than its address says. Ask for it again, and copy it whole.';
    case 'unknown-dataset':
      return 'This link is about samples that this site does not have. Open it on the site where it was made.';
    default:
      return assertNever(reason);
  }
}
