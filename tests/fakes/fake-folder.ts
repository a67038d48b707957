/** A fake of the browser's private files: one folder of files, which can be listed and removed. */
export function fakeFolder(contents: Readonly<Record<string, string>>) {
  const files = new Map(Object.entries(contents));
  const missing = () => new DOMException('not there', 'NotFoundError');
  const folder = {
    async *entries() {
      for (const [name, text] of files) {
        yield [name, { kind: 'file', getFile: async () => new File([text], name) }] as const;
      }
    },
    async removeEntry(name: string) {
      if (!files.delete(name)) throw missing();
    },
  };
  const root = {
    async getDirectoryHandle(name: string) {
      if (name !== 'cache') throw missing();
      return folder;
    },
  } as unknown as FileSystemDirectoryHandle;
  return { root: async () => root, names: () => [...files.keys()] };
}

/** A fake of private files in which nothing was ever kept. */
export const noFolder = async (): Promise<FileSystemDirectoryHandle> =>
  ({
    getDirectoryHandle: async () => {
      throw new DOMException('not there', 'NotFoundError');
    },
  }) as unknown as FileSystemDirectoryHandle;
