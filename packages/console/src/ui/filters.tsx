import type { JSX } from 'preact';

interface SearchProps {
  label: string;
  value: string;
  onInput(value: string): void;
}

export function Search({ label, value, onInput }: SearchProps): JSX.Element {
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={`${label}  ( / )`}
      value={value}
      spellcheck={false}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}

interface ChoiceProps extends SearchProps {
  /** What stands for no filter. */
  all: string;
  options: readonly (string | { value: string; label: string })[];
}

export function Choice({ label, all, options, value, onInput }: ChoiceProps): JSX.Element {
  return (
    <select aria-label={label} value={value} onInput={(event) => onInput(event.currentTarget.value)}>
      <option value="">{all}</option>
      {options.map((option) => {
        const { value: optionValue, label: text } = typeof option === 'string' ? { value: option, label: option } : option;
        return (
          <option key={optionValue} value={optionValue} selected={optionValue === value}>
            {text}
          </option>
        );
      })}
    </select>
  );
}

/** Is every word of `words` somewhere in one of the texts, in whichever case? */
export function hasWords(words: string, ...texts: readonly (string | undefined)[]): boolean {
  const text = texts.join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
