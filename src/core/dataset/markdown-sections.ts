/** A part of a Markdown file under a heading of the second level. */
export interface Section {
  readonly title: string;
  /** Without the heading, and without blank lines around it. */
  readonly text: string;
  /** Line of the heading, counted from 1. */
  readonly line: number;
}

/** A Markdown file taken apart. */
export interface MarkdownFile {
  /** Text between the two `---` lines; null where the file doesn't start with them. */
  readonly frontMatter: string | null;
  readonly sections: readonly Section[];
}

/** Splits a Markdown file into its front matter and its `## ` sections; headings in fences don't count. */
export function splitMarkdown(text: string): MarkdownFile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const frontMatterEnd = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const sections: { title: string; lines: string[]; line: number }[] = [];
  let fence: string | null = null;
  for (const [index, line] of lines.entries()) {
    if (index <= frontMatterEnd) continue;
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === null) fence = mark;
      else if (mark.startsWith(fence) && line.trim() === mark) fence = null;
    }
    const title = fence === null ? /^## +(.*?)\s*$/.exec(line)?.[1] : undefined;
    if (title === undefined) sections.at(-1)?.lines.push(line);
    else sections.push({ title, lines: [], line: index + 1 });
  }
  return {
    frontMatter: frontMatterEnd === -1 ? null : lines.slice(1, frontMatterEnd).join('\n'),
    sections: sections.map((section) => ({
      title: section.title,
      text: section.lines.join('\n').trim(),
      line: section.line,
    })),
  };
}
