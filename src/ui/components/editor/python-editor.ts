import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';

export interface PythonEditor {
  text(): string;
  replace(text: string): void;
  focus(): void;
  destroy(): void;
}

export interface PythonEditorOptions {
  readonly text: string;
  /** Spoken name of the text field. */
  readonly label: string;
  onChange(text: string): void;
  /** Ctrl+Enter, or Cmd+Enter on a Mac. */
  onSubmit(): void;
}

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.bool, tags.null, tags.operatorKeyword], color: 'var(--py-keyword)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--py-string)' },
  { tag: tags.number, color: 'var(--py-number)' },
  { tag: tags.comment, color: 'var(--py-comment)', fontStyle: 'italic' },
  {
    tag: [
      tags.definition(tags.variableName),
      tags.className,
      tags.function(tags.definition(tags.variableName)),
    ],
    color: 'var(--py-name)',
  },
]);

const look = EditorView.theme({
  '&': {
    color: 'var(--ink)',
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
    fontSize: '0.875rem',
  },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '2px' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    lineHeight: '1.55',
    minHeight: '16rem',
    maxHeight: '36rem',
  },
  '.cm-gutters': {
    backgroundColor: 'var(--sunken)',
    color: 'var(--ink-soft)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--accent-soft)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'color-mix(in srgb, var(--accent) 30%, transparent)' },
});

/**
 * A Python editor inside `host`. It lives in a shadow root, where its styles are constructed sheets:
 * the page's policy allows no inline styles.
 */
export function createPythonEditor(host: HTMLElement, options: PythonEditorOptions): PythonEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const submit = (): boolean => {
    options.onSubmit();
    return true;
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        lineNumbers(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of('    '),
        EditorState.tabSize.of(4),
        bracketMatching(),
        highlightActiveLine(),
        python(),
        syntaxHighlighting(colours),
        look,
        EditorView.contentAttributes.of({ 'aria-label': options.label }),
        keymap.of([
          { key: 'Mod-Enter', run: submit },
          ...defaultKeymap,
          ...historyKeymap,
          indentWithTab,
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    replace: (text) => {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
