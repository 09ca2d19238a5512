/** What is being written: of every kind, so that changing the kind loses nothing. */
export interface Draft {
  kind: Kind;
  /** Only on this channel; empty: the service chooses. */
  channel: string;
  text: string;
  note: string;
  media: { url: string; name: string };
  choice: { text: string; choices: readonly ChoiceDraft[] };
  card: CardDraft;
  cards: readonly CardDraft[];
  list: ListDraft;
  place: { title: string; label: string; latitude: string; longitude: string };
  template: TemplateDraft;
  /** These words were sent once, and nobody knows whether they arrived at the inbox: sent again they are the same message. */
  attempt?: Attempt;
}

export interface Attempt {
  id: string;
  /** What was sent, to tell whether it is the same. */
  content: string;
  /** Of a text, which was given back into the field. */
  text?: string;
}

export const KINDS = ['text', 'note', 'template', 'media', 'card', 'choice', 'carousel', 'list', 'location'] as const;

export type Kind = (typeof KINDS)[number];

export interface ChoiceDraft {
  kind: 'reply' | 'link' | 'call';
  title: string;
  /** Address or number that it leads to. */
  target: string;
}

export interface CardDraft {
  title: string;
  description: string;
  mediaUrl: string;
  choices: readonly ChoiceDraft[];
}

export interface ListItemDraft {
  title: string;
  description: string;
}

export interface ListDraft {
  title: string;
  description: string;
  menu: string;
  sections: readonly { title: string; items: readonly ListItemDraft[] }[];
}

/** `project`: of the Template API. `channel`: kept by the channel itself, such as WhatsApp. */
export interface TemplateDraft {
  source: 'project' | 'channel';
  id: string;
  version: string;
  language: string;
  parameters: Readonly<Record<string, string>>;
}

export const EMPTY_CHOICE: ChoiceDraft = { kind: 'reply', title: '', target: '' };
export const EMPTY_CARD: CardDraft = { title: '', description: '', mediaUrl: '', choices: [] };
export const EMPTY_ITEM: ListItemDraft = { title: '', description: '' };

export const EMPTY_DRAFT: Draft = {
  kind: 'text',
  channel: '',
  text: '',
  note: '',
  media: { url: '', name: '' },
  choice: { text: '', choices: [EMPTY_CHOICE] },
  card: EMPTY_CARD,
  cards: [EMPTY_CARD, EMPTY_CARD],
  list: { title: '', description: '', menu: '', sections: [{ title: '', items: [EMPTY_ITEM] }] },
  place: { title: '', label: '', latitude: '', longitude: '' },
  template: { source: 'project', id: '', version: '', language: '', parameters: {} },
};

/** The fields of each kind. */
const FIELD_OF = {
  text: 'text',
  note: 'note',
  template: 'template',
  media: 'media',
  card: 'card',
  choice: 'choice',
  carousel: 'cards',
  list: 'list',
  location: 'place',
} as const satisfies Record<Kind, keyof Draft>;

/** Empties the fields of a kind. */
export function clearKind(draft: Draft, kind: Kind): Draft {
  return { ...draft, [FIELD_OF[kind]]: EMPTY_DRAFT[FIELD_OF[kind]] };
}

/** Is there nothing in it that somebody wrote? */
export function isEmpty(draft: Draft, kind: Kind = draft.kind): boolean {
  return JSON.stringify(draft[FIELD_OF[kind]]) === JSON.stringify(EMPTY_DRAFT[FIELD_OF[kind]]);
}

export function isAllEmpty(draft: Draft): boolean {
  return KINDS.every((kind) => isEmpty(draft, kind));
}
