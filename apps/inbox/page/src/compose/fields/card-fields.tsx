import type { JSX } from 'preact';
import { TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icons.tsx';
import { type CardDraft, EMPTY_CARD } from '../draft.ts';
import type { ProblemAt } from '../problem-finder.ts';
import { ChoiceRows } from './choice-rows.tsx';

interface CardFieldsProps {
  card: CardDraft;
  path: string;
  wire: string;
  problemAt: ProblemAt;
  onChange(card: CardDraft): void;
}

export function CardFields({ card, path, wire, problemAt, onChange }: CardFieldsProps): JSX.Element {
  const field = (name: 'title' | 'description' | 'mediaUrl', label: string, wireName: string): JSX.Element => (
    <TextField
      label={label}
      type={name === 'mediaUrl' ? 'url' : 'text'}
      value={card[name]}
      problem={problemAt(`${path}.${name}`, `${wire}.${wireName}`)}
      onInput={(value) => onChange({ ...card, [name]: value })}
    />
  );
  return (
    <>
      {field('title', 'Title', 'title')}
      {field('description', 'Words (optional)', 'description')}
      {field('mediaUrl', 'Address of a picture or video (optional)', 'media_message')}
      <ChoiceRows
        choices={card.choices}
        path={`${path}.choices`}
        wire={`${wire}.choices`}
        problemAt={problemAt}
        onChange={(choices) => onChange({ ...card, choices })}
      />
    </>
  );
}

interface CarouselFieldsProps {
  cards: readonly CardDraft[];
  problemAt: ProblemAt;
  onChange(cards: readonly CardDraft[]): void;
}

export function CarouselFields({ cards, problemAt, onChange }: CarouselFieldsProps): JSX.Element {
  const problem = problemAt('cards', 'carousel_message.cards');
  return (
    <>
      {cards.map((card, position) => (
        <fieldset class="card-fieldset" key={position}>
          <legend>
            {`Card ${position + 1}`}
            <button
              type="button"
              class="button quiet icon"
              aria-label={`Remove card ${position + 1}`}
              onClick={() => onChange(cards.filter((_, index) => index !== position))}
            >
              <Icon name="close" />
            </button>
          </legend>
          <CardFields
            card={card}
            path={`cards.${position}`}
            wire={`carousel_message.cards[${position}]`}
            problemAt={problemAt}
            onChange={(changed) => onChange(cards.map((one, index) => (index === position ? changed : one)))}
          />
        </fieldset>
      ))}
      {problem !== undefined && <p class="field-problem">{problem}</p>}
      <button type="button" class="button small add" onClick={() => onChange([...cards, EMPTY_CARD])}>
        <Icon name="plus" />
        Card
      </button>
    </>
  );
}
