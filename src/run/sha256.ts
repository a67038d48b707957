/** SHA-256 of a text (as UTF-8) or of bytes, in hex; null where the browser has none (a page without https). */
export async function sha256(of: string | ArrayBuffer): Promise<string | null> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return null;
  const digest = await subtle.digest(
    'SHA-256',
    typeof of === 'string' ? new TextEncoder().encode(of) : of,
  );
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
