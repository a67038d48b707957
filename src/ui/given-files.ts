import type { AnswerFile } from '../run/answers/read-answers.ts';

/** Files of a picker; where a folder was chosen, with their paths in it. */
export function pickedFiles(list: FileList | null): readonly AnswerFile[] {
  return [...(list ?? [])].map((file) => ({
    path: file.webkitRelativePath || file.name,
    blob: file,
  }));
}

/**
 * What was dropped on the page, folders with everything in them. It must be called in the event itself: later
 * the browser has forgotten the items.
 */
export async function droppedFiles(transfer: DataTransfer | null): Promise<readonly AnswerFile[]> {
  const entries = [...(transfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files = [...(transfer?.files ?? [])];
  if (entries.length === 0) return files.map((file) => ({ path: file.name, blob: file }));
  return (await Promise.all(entries.map(filesIn))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<readonly AnswerFile[]> {
  if (isFile(entry)) {
    const blob = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ''), blob }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const all: AnswerFile[] = [];
  for (;;) {
    // A reader gives a hundred at a time, and none when it is done.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    for (const inner of some) all.push(...(await filesIn(inner)));
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
