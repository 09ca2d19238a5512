import type { JSX } from 'preact';
import { Field, SelectField, TextField } from '../../ui/field.tsx';
import { type CardDraft, type ChoiceDraft, type Draft, EMPTY_CARD, EMPTY_CHOICE, EMPTY_ITEM, type ListItemDraft } from './draft.ts';

interface FieldsProps {
  draft: Draft;
  onChange(change: Partial<Draft>): void;
  /** What is wrong at a path of the message, in a sentence. */
  problemAt(...paths: string[]): string | undefined;
}

/** The fields of the kind that is chosen. */
export function MessageFields({ draft, onChange, problemAt }: FieldsProps): JSX.Element {
  const { kind } = draft;
  if (kind === 'text') {
    return <TextArea label="Text" value={draft.text} problem={problemAt('text_message')} onInput={(text) => onChange({ text })} />;
  }
  if (kind === 'media') {
    return (
      <TextField
        label="Address of the file"
        value={draft.mediaUrl}
        problem={problemAt('media_message')}
        onInput={(mediaUrl) => onChange({ mediaUrl })}
      />
    );
  }
  if (kind === 'choice') {
    return (
      <>
        <TextArea
          label="Text"
          value={draft.choiceText}
          problem={problemAt('choice_message.text_message')}
          onInput={(choiceText) => onChange({ choiceText })}
        />
        <Choices choices={draft.choices} problem={problemAt('choice_message.choices')} onChange={(choices) => onChange({ choices })} />
      </>
    );
  }
  if (kind === 'card') {
    return <CardFields card={draft.card} path="card_message" problemAt={problemAt} onChange={(card) => onChange({ card })} />;
  }
  if (kind === 'carousel') return <CarouselFields draft={draft} onChange={onChange} problemAt={problemAt} />;
  if (kind === 'list') return <ListFields draft={draft} onChange={onChange} problemAt={problemAt} />;
  if (kind === 'location') return <PlaceFields draft={draft} onChange={onChange} problemAt={problemAt} />;
  if (kind === 'template') return <TemplateFields draft={draft} onChange={onChange} problemAt={problemAt} />;
  if (kind === 'contact') return <ContactFields draft={draft} onChange={onChange} problemAt={problemAt} />;
  return <TextArea label="Message as JSON" isCode value={draft.json} problem={problemAt('')} onInput={(json) => onChange({ json })} />;
}

interface TextAreaProps {
  label: string;
  value: string;
  problem?: string | undefined;
  isCode?: boolean;
  onInput(value: string): void;
}

function TextArea({ label, value, problem, isCode = false, onInput }: TextAreaProps): JSX.Element {
  return (
    <Field label={label} problem={problem}>
      {(props) => (
        <textarea
          {...props}
          class={isCode ? 'code' : ''}
          dir={isCode ? 'ltr' : 'auto'}
          spellcheck={!isCode}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

const CHOICE_KINDS = [
  { value: 'reply', label: 'Reply' },
  { value: 'link', label: 'Link' },
  { value: 'call', label: 'Call' },
  { value: 'place', label: 'Place' },
];

const VALUE_LABELS: Readonly<Record<ChoiceDraft['kind'], string>> = {
  reply: 'Postback',
  link: 'Address',
  call: 'Number',
  place: 'Latitude, longitude',
};

interface ChoicesProps {
  choices: readonly ChoiceDraft[];
  problem: string | undefined;
  onChange(choices: readonly ChoiceDraft[]): void;
}

function Choices({ choices, problem, onChange }: ChoicesProps): JSX.Element {
  const change = (position: number, part: Partial<ChoiceDraft>): void =>
    onChange(choices.map((choice, index) => (index === position ? { ...choice, ...part } : choice)));
  return (
    <fieldset class="stack-s">
      <legend>Choices</legend>
      {choices.map((choice, position) => (
        <div class="choice-row" key={position}>
          <SelectField
            label={`Kind ${position + 1}`}
            value={choice.kind}
            options={CHOICE_KINDS}
            onInput={(kind) => change(position, { kind: kind as ChoiceDraft['kind'] })}
          />
          <TextField label={`Caption ${position + 1}`} value={choice.text} onInput={(text) => change(position, { text })} />
          <TextField
            label={`${VALUE_LABELS[choice.kind]} ${position + 1}`}
            value={choice.value}
            onInput={(value) => change(position, { value })}
          />
          <button
            type="button"
            class="button small"
            aria-label={`Remove choice ${position + 1}`}
            onClick={() => onChange(choices.filter((_, index) => index !== position))}
          >
            Remove
          </button>
        </div>
      ))}
      {problem && <span class="problem">{problem}</span>}
      <div>
        <button type="button" class="button small" onClick={() => onChange([...choices, EMPTY_CHOICE])}>
          Add a choice
        </button>
      </div>
    </fieldset>
  );
}

interface CardFieldsProps {
  card: CardDraft;
  path: string;
  problemAt: FieldsProps['problemAt'];
  onChange(card: CardDraft): void;
}

function CardFields({ card, path, problemAt, onChange }: CardFieldsProps): JSX.Element {
  return (
    <>
      <TextField label="Title" value={card.title} problem={problemAt(`${path}.title`)} onInput={(title) => onChange({ ...card, title })} />
      <TextField
        label="Description"
        value={card.description}
        problem={problemAt(`${path}.description`)}
        onInput={(description) => onChange({ ...card, description })}
      />
      <TextField
        label="Address of the picture"
        value={card.mediaUrl}
        problem={problemAt(`${path}.media_message`)}
        onInput={(mediaUrl) => onChange({ ...card, mediaUrl })}
      />
      <Choices choices={card.choices} problem={problemAt(`${path}.choices`)} onChange={(choices) => onChange({ ...card, choices })} />
    </>
  );
}

function CarouselFields({ draft, onChange, problemAt }: FieldsProps): JSX.Element {
  const { cards } = draft;
  return (
    <>
      {cards.map((card, position) => (
        <details class="card details" key={position} open={position === 0}>
          <summary>
            Card {position + 1}: {card.title}
          </summary>
          <div class="form">
            <CardFields
              card={card}
              path={`carousel_message.cards[${position}]`}
              problemAt={problemAt}
              onChange={(changed) => onChange({ cards: cards.map((other, index) => (index === position ? changed : other)) })}
            />
            <div>
              <button
                type="button"
                class="button small danger"
                onClick={() => onChange({ cards: cards.filter((_, index) => index !== position) })}
              >
                Remove card {position + 1}
              </button>
            </div>
          </div>
        </details>
      ))}
      <div>
        <button type="button" class="button small" onClick={() => onChange({ cards: [...cards, EMPTY_CARD] })}>
          Add a card
        </button>
      </div>
    </>
  );
}

function ListFields({ draft: { list }, onChange, problemAt }: FieldsProps): JSX.Element {
  const set = (change: Partial<Draft['list']>): void => onChange({ list: { ...list, ...change } });
  const setItem = (position: number, change: Partial<ListItemDraft>): void =>
    set({ items: list.items.map((item, index) => (index === position ? { ...item, ...change } : item)) });
  return (
    <>
      <TextField label="Title" value={list.title} problem={problemAt('list_message.title')} onInput={(title) => set({ title })} />
      <TextField
        label="Description"
        value={list.description}
        problem={problemAt('list_message.description')}
        onInput={(description) => set({ description })}
      />
      <div class="two">
        <TextField
          label="Button that opens it"
          value={list.menu}
          problem={problemAt('list_message.message_properties')}
          onInput={(menu) => set({ menu })}
        />
        <TextField label="Section" value={list.section} onInput={(section) => set({ section })} />
      </div>
      <fieldset class="stack-s">
        <legend>Rows</legend>
        {list.items.map((item, position) => (
          <div class="choice-row" key={position}>
            <TextField label={`Row ${position + 1}`} value={item.title} onInput={(title) => setItem(position, { title })} />
            <TextField
              label={`Description ${position + 1}`}
              value={item.description}
              onInput={(description) => setItem(position, { description })}
            />
            <TextField label={`Postback ${position + 1}`} value={item.postback} onInput={(postback) => setItem(position, { postback })} />
            <button
              type="button"
              class="button small"
              aria-label={`Remove row ${position + 1}`}
              onClick={() => set({ items: list.items.filter((_, index) => index !== position) })}
            >
              Remove
            </button>
          </div>
        ))}
        {problemAt('list_message.sections') && <span class="problem">{problemAt('list_message.sections')}</span>}
        <div>
          <button type="button" class="button small" onClick={() => set({ items: [...list.items, EMPTY_ITEM] })}>
            Add a row
          </button>
        </div>
      </fieldset>
    </>
  );
}

function PlaceFields({ draft: { place }, onChange, problemAt }: FieldsProps): JSX.Element {
  const set = (change: Partial<Draft['place']>): void => onChange({ place: { ...place, ...change } });
  return (
    <>
      <TextField label="Title" value={place.title} problem={problemAt('location_message.title')} onInput={(title) => set({ title })} />
      <TextField label="Label" value={place.label} onInput={(label) => set({ label })} />
      <div class="two">
        <TextField
          label="Latitude"
          value={place.latitude}
          problem={problemAt('location_message.coordinates')}
          onInput={(latitude) => set({ latitude })}
        />
        <TextField label="Longitude" value={place.longitude} onInput={(longitude) => set({ longitude })} />
      </div>
    </>
  );
}

function TemplateFields({ draft: { template }, onChange, problemAt }: FieldsProps): JSX.Element {
  const set = (change: Partial<Draft['template']>): void => onChange({ template: { ...template, ...change } });
  return (
    <>
      <TextField label="Template ID" value={template.id} problem={problemAt('template_message')} onInput={(id) => set({ id })} />
      <div class="two">
        <TextField label="Version" value={template.version} onInput={(version) => set({ version })} />
        <TextField label="Language" value={template.language} onInput={(language) => set({ language })} />
      </div>
      <TextArea label="Parameters as JSON" isCode value={template.parameters} onInput={(parameters) => set({ parameters })} />
    </>
  );
}

function ContactFields({ draft: { contact }, onChange, problemAt }: FieldsProps): JSX.Element {
  const set = (change: Partial<Draft['contact']>): void => onChange({ contact: { ...contact, ...change } });
  return (
    <>
      <TextField label="Name" value={contact.name} problem={problemAt('contact_info_message')} onInput={(name) => set({ name })} />
      <div class="two">
        <TextField label="Phone number" value={contact.phone} onInput={(phone) => set({ phone })} />
        <TextField label="Company (optional)" value={contact.company} onInput={(company) => set({ company })} />
      </div>
    </>
  );
}
