/** A message that stays until the visitor closes it. */
export interface Notice {
  readonly id: number;
  readonly kind: 'problem' | 'info';
  /** What happened, what it means, what to do next. */
  readonly text: string;
}

/** What the page has to say: notices on top of the screen, and a line for screen readers. */
export class MessagesState {
  #notices = $state.raw<readonly Notice[]>([]);
  #spoken = $state.raw('');
  #nextId = 1;

  get notices(): readonly Notice[] {
    return this.#notices;
  }

  /** The text of the polite live region. */
  get spoken(): string {
    return this.#spoken;
  }

  show(kind: Notice['kind'], text: string): void {
    if (this.#notices.some((notice) => notice.text === text)) return;
    this.#notices = [...this.#notices, { id: this.#nextId, kind, text }];
    this.#nextId += 1;
  }

  close(id: number): void {
    this.#notices = this.#notices.filter((notice) => notice.id !== id);
  }

  speak(text: string): void {
    this.#spoken = text;
  }
}
