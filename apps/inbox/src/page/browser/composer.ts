import { createCardFields, toCard } from './card-fields.ts';
import { byId } from './dom.ts';
import { createDrafts, type Draft, EMPTY_CARD, hasWords } from './drafts.ts';

/** The form in which answers are written: to the conversation that is drawn beside it, and to no other. */
export interface Composer {
  /** Shows the draft of the conversation that was drawn. */
  show(conversationId: string): void;
  /** Puts the draft away: until something is drawn, nothing can be written or sent. */
  hide(): void;
  /** Adds a text to what is written, e.g. one that failed. */
  add(conversationId: string, text: string): void;
  /** Says what is wrong in a conversation. */
  showProblem(conversationId: string, words: string): void;
  /** Takes these words back, unless others stand there by now. */
  clearProblem(conversationId: string, words: string): void;
}

/** `send` gets what the API takes, and throws when the draft is to be given back. */
export function createComposer(send: (conversationId: string, draft: object) => Promise<void>): Composer {
  const form = byId<HTMLFormElement>('composer');
  const text = byId<HTMLTextAreaElement>('text');
  const button = byId<HTMLButtonElement>('send');
  const problem = byId('problem');
  const drafts = createDrafts();
  const sending = new Set<string>();
  const card = createCardFields(onInput);
  let current: string | undefined;

  function update(): void {
    const isSending = current !== undefined && sending.has(current);
    const { isOpen, title } = card.read();
    button.disabled = current === undefined || isSending || (isOpen ? title : text.value).trim() === '';
    card.allow(!isSending);
    text.style.height = 'auto';
    // Nothing can be measured before the form is on the page.
    if (text.scrollHeight > 0) text.style.height = `${text.scrollHeight + 2}px`;
  }

  function onInput(): void {
    // What was wrong may be right now.
    tell('');
    update();
  }

  function tell(words: string): void {
    problem.textContent = words;
    problem.hidden = words === '';
  }

  function read(conversationId: string): Draft {
    if (conversationId !== current) return drafts.get(conversationId);
    return { text: text.value, card: card.read(), problem: problem.textContent ?? '' };
  }

  function write(conversationId: string, draft: Draft): void {
    drafts.set(conversationId, draft);
    if (conversationId !== current) return;
    // The cursor stays where it is while nothing changes.
    if (text.value !== draft.text) text.value = draft.text;
    card.write(draft.card);
    tell(draft.problem);
    update();
  }

  /** The form is free at once for what is written next; what fails comes back before it. */
  async function submit(): Promise<void> {
    if (button.disabled || current === undefined) return;
    const id = current;
    const sent = read(id);
    const { isOpen } = sent.card;
    sending.add(id);
    write(id, isOpen ? { text: sent.text, card: EMPTY_CARD, problem: '' } : { text: '', card: sent.card, problem: '' });
    text.focus();
    try {
      await send(id, isOpen ? { card: toCard(sent.card) } : { text: sent.text });
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      const now = read(id);
      write(id, isOpen ? { ...now, card: sent.card, problem } : { ...now, text: join(sent.text, now.text), problem });
    } finally {
      sending.delete(id);
      update();
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  text.addEventListener('input', onInput);
  text.addEventListener('keydown', (event) => {
    // While a word is being composed (Japanese, Korean, …), Enter chooses it. On a phone nothing else starts a new line.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || matchMedia('(pointer: coarse)').matches) return;
    event.preventDefault();
    void submit();
  });
  function putAway(): void {
    if (current !== undefined) drafts.set(current, read(current));
  }
  window.addEventListener('pagehide', () => {
    putAway();
    drafts.save();
  });
  update();

  return {
    show(conversationId) {
      if (conversationId === current) return;
      putAway();
      current = conversationId;
      write(conversationId, drafts.get(conversationId));
    },
    hide() {
      putAway();
      current = undefined;
      update();
    },
    add(conversationId, words) {
      const draft = read(conversationId);
      const card = { ...draft.card, isOpen: draft.card.isOpen && hasWords(draft.card) };
      write(conversationId, { ...draft, card, text: draft.text === words ? words : join(draft.text, words) });
      if (conversationId === current) text.focus();
    },
    showProblem(conversationId, words) {
      write(conversationId, { ...read(conversationId), problem: words });
    },
    clearProblem(conversationId, words) {
      const draft = read(conversationId);
      if (words !== '' && draft.problem === words) write(conversationId, { ...draft, problem: '' });
    },
  };
}

function join(first: string, second: string): string {
  return first === '' || second === '' ? first + second : `${first}\n${second}`;
}
