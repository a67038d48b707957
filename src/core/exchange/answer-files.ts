/**
 * The place that a file's path names: folders for CWE and sample, then the attempt, as `CWE-089/order-export-ids/0.py`
 * or `CWE-089_order-export-ids/0.py`, with any folders above; or one file a sample, `CWE-089/order-export-ids.py`.
 * The id is as it is spelled. Null where it is no such path.
 */
export function splitAnswerPath(
  path: string,
): { readonly id: string; readonly index: number } | null {
  const [, cwe, slug, digits] =
    /(?:^|\/)(CWE-\d{1,5})[/_]([\w-]{1,150}?)(?:\/(\d{1,6}))?\.(?:py|txt|md)$/i.exec(path) ?? [];
  if (cwe === undefined || slug === undefined) return null;
  return { id: `${cwe}/${slug}`, index: Number(digits ?? 0) };
}
