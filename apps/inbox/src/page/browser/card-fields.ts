import { byId } from './dom.ts';
import type { CardDraft } from './drafts.ts';

/** The fields of a card with choices, in place of the text. `onChange` runs when they open, close or are typed in. */
export function createCardFields(onChange: () => void) {
  const fields = byId<HTMLFieldSetElement>('card');
  const toggle = byId<HTMLButtonElement>('card-toggle');
  const title = byId<HTMLInputElement>('card-title');
  const description = byId<HTMLInputElement>('card-description');
  const choices = byId<HTMLTextAreaElement>('card-choices');
  const inputs = [title, description, choices];

  function show(open: boolean): void {
    fields.hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
    byId('text').hidden = open;
    byId('hint').hidden = open;
  }

  toggle.addEventListener('click', () => {
    show(fields.hidden === true);
    onChange();
    if (fields.hidden === false) title.focus();
  });
  for (const input of inputs) input.addEventListener('input', onChange);
  for (const [index, input] of [title, description].entries()) {
    // Enter in a single line would send the card before its choices are there.
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      inputs[index + 1]?.focus();
    });
  }

  return {
    read: (): CardDraft => ({
      isOpen: fields.hidden === false,
      title: title.value,
      description: description.value,
      choices: choices.value,
    }),
    write(card: CardDraft): void {
      title.value = card.title;
      description.value = card.description;
      choices.value = card.choices;
      show(card.isOpen);
    },
    allow(isAllowed: boolean): void {
      toggle.disabled = !isAllowed;
    },
  };
}

/** A card as the API takes it. */
export function toCard({ title, description, choices }: CardDraft): object {
  const lines = choices.split('\n').map((line) => line.trim());
  return {
    title: title.trim(),
    ...(description.trim() === '' ? {} : { description: description.trim() }),
    choices: lines.filter((line) => line !== ''),
  };
}
