/** What is being written in a conversation. */
export interface Draft {
  text: string;
  card: CardDraft;
  /** What is wrong with it, in words. */
  problem: string;
}

/** The fields of a card as they were typed. */
export interface CardDraft {
  /** Is the card written in place of the text? */
  isOpen: boolean;
  title: string;
  description: string;
  choices: string;
}

export const EMPTY_CARD: CardDraft = { isOpen: false, title: '', description: '', choices: '' };
const EMPTY: Draft = { text: '', card: EMPTY_CARD, problem: '' };
const KEY = 'drafts';

/** Drafts by conversation, which also outlive a reload of the page in this tab. */
export function createDrafts() {
  const drafts = new Map<string, Draft>(Object.entries(JSON.parse(sessionStorage.getItem(KEY) ?? '{}')));
  return {
    get: (conversationId: string): Draft => drafts.get(conversationId) ?? EMPTY,
    set: (conversationId: string, draft: Draft) => void drafts.set(conversationId, draft),
    save(): void {
      const written = [...drafts].filter(([, { text, card }]) => text !== '' || hasWords(card));
      sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(written.map(([id, draft]) => [id, { ...draft, problem: '' }]))));
    },
  };
}

/** Was anything typed into the fields? */
export function hasWords({ title, description, choices }: CardDraft): boolean {
  return title + description + choices !== '';
}
