/** A button or chip under a message. `url` is set where it leads to a page, a call or a map. */
export interface ChoiceView {
  title: string;
  url?: string;
}

/** A card as it is shown. */
export interface CardView {
  title: string;
  description: string;
  media?: string;
  choices: ChoiceView[];
}

/** What a message says, in the form in which the page shows it. All of it may come from a stranger. */
export type Content =
  | { kind: 'text'; text: string }
  | { kind: 'answer'; text: string; question: string }
  | { kind: 'media'; url: string; name: string; caption: string }
  | { kind: 'location'; title: string; label: string; url: string }
  | { kind: 'choices'; text: string; choices: ChoiceView[] }
  | { kind: 'cards'; cards: CardView[]; choices: ChoiceView[] }
  | { kind: 'other'; label: string; json: string };
