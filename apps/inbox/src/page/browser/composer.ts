import { byId } from './dom.ts';

/** The form in which answers are written. */
export interface Composer {
  /** Shows the draft of another conversation; each keeps its own. */
  open(conversationId: string): void;
  focus(): void;
  showProblem(text: string): void;
}

/** `send` gets what the API takes, and resolves to whether the draft may go. */
export function createComposer(send: (draft: object) => Promise<boolean>): Composer {
  const form = byId<HTMLFormElement>('composer');
  const text = byId<HTMLTextAreaElement>('text');
  const button = byId<HTMLButtonElement>('send');
  const card = createCardFields(() => update());
  const drafts = new Map<string, string>();
  let current = '';
  let sending = false;

  function update(): void {
    button.disabled = sending || (card.isOpen() ? !card.isFilled() : text.value.trim() === '');
    text.style.height = 'auto';
    // Nothing can be measured before the form is on the page.
    if (text.scrollHeight > 0) text.style.height = `${text.scrollHeight + 2}px`;
  }

  function clear(id: string): void {
    drafts.delete(id);
    if (id !== current) return;
    if (card.isOpen()) card.close();
    else text.value = '';
  }

  async function submit(): Promise<void> {
    if (button.disabled) return;
    const id = current;
    sending = true;
    update();
    showProblem('');
    try {
      if (await send(card.isOpen() ? { card: card.read() } : { text: text.value })) clear(id);
    } finally {
      sending = false;
      update();
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  text.addEventListener('input', update);
  text.addEventListener('keydown', (event) => {
    // While a word is being composed (Japanese, Korean, …), Enter chooses it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  });
  update();

  return {
    open(id) {
      if (id === current) return;
      if (current !== '') drafts.set(current, text.value);
      current = id;
      text.value = drafts.get(id) ?? '';
      card.close();
      showProblem('');
      update();
    },
    focus: () => text.focus(),
    showProblem,
  };
}

function showProblem(text: string): void {
  const element = byId('problem');
  element.textContent = text;
  element.hidden = text === '';
}

function createCardFields(onChange: () => void) {
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
    onChange();
    if (open) title.focus();
  }

  toggle.addEventListener('click', () => show(fields.hidden === true));
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
    isOpen: () => fields.hidden === false,
    isFilled: () => title.value.trim() !== '',
    close() {
      for (const input of inputs) input.value = '';
      if (fields.hidden === false) show(false);
    },
    read: () => ({
      title: title.value.trim(),
      ...(description.value.trim() === '' ? {} : { description: description.value.trim() }),
      choices: choices.value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    }),
  };
}
