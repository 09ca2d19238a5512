import type { JSX } from 'preact';
import { Icon } from '../../ui/icons.tsx';
import { type ChoiceDraft, EMPTY_CHOICE } from '../draft.ts';
import type { ProblemAt } from '../problem-finder.ts';

interface ChoiceRowsProps {
  choices: readonly ChoiceDraft[];
  path: string;
  wire: string;
  problemAt: ProblemAt;
  onChange(choices: readonly ChoiceDraft[]): void;
}

const KINDS = [
  { value: 'reply', label: 'Reply' },
  { value: 'link', label: 'Link' },
  { value: 'call', label: 'Call' },
] as const;

/** Choices under a message: a caption each, and where it leads. */
export function ChoiceRows({ choices, path, wire, problemAt, onChange }: ChoiceRowsProps): JSX.Element {
  const change = (position: number, part: Partial<ChoiceDraft>): void =>
    onChange(choices.map((choice, index) => (index === position ? { ...choice, ...part } : choice)));
  const problems = [problemAt(path, wire), ...choices.map((_, index) => problemAt(`${path}.${index}`))].filter((one) => one !== undefined);
  return (
    <fieldset class="rows">
      <legend>Choices</legend>
      {choices.map((choice, position) => (
        <div class="choice-row" key={position}>
          <select
            aria-label={`Kind of choice ${position + 1}`}
            value={choice.kind}
            onInput={({ currentTarget }) => change(position, { kind: currentTarget.value as ChoiceDraft['kind'] })}
          >
            {KINDS.map(({ value, label }) => (
              <option key={value} value={value} selected={value === choice.kind}>
                {label}
              </option>
            ))}
          </select>
          <input
            aria-label={`Caption of choice ${position + 1}`}
            placeholder="Caption"
            dir="auto"
            value={choice.title}
            onInput={({ currentTarget }) => change(position, { title: currentTarget.value })}
          />
          {choice.kind !== 'reply' && (
            <input
              aria-label={`${choice.kind === 'link' ? 'Address' : 'Number'} of choice ${position + 1}`}
              placeholder={choice.kind === 'link' ? 'https://…' : '+46 70 …'}
              value={choice.target}
              onInput={({ currentTarget }) => change(position, { target: currentTarget.value })}
            />
          )}
          <button
            type="button"
            class="button quiet icon"
            aria-label={`Remove choice ${position + 1}`}
            onClick={() => onChange(choices.filter((_, index) => index !== position))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      {problems.length > 0 && <p class="field-problem">{problems[0]}</p>}
      <button type="button" class="button small add" onClick={() => onChange([...choices, EMPTY_CHOICE])}>
        <Icon name="plus" />
        Choice
      </button>
    </fieldset>
  );
}
