import type { JSX } from 'preact';
import { TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icons.tsx';
import { EMPTY_ITEM, type ListDraft, type ListItemDraft } from '../draft.ts';
import type { ProblemAt } from '../problem-finder.ts';

interface ListFieldsProps {
  list: ListDraft;
  problemAt: ProblemAt;
  onChange(list: ListDraft): void;
}

export function ListFields({ list, problemAt, onChange }: ListFieldsProps): JSX.Element {
  const field = (name: 'title' | 'description' | 'menu', label: string, wire: string): JSX.Element => (
    <TextField
      label={label}
      value={list[name]}
      problem={problemAt(`list.${name}`, wire)}
      onInput={(value) => onChange({ ...list, [name]: value })}
    />
  );
  return (
    <>
      {field('title', 'Title', 'list_message.title')}
      {field('description', 'Words (optional)', 'list_message.description')}
      {field('menu', 'Caption of the button that opens it (optional)', 'list_message.message_properties')}
      {list.sections.map((section, position) => (
        <SectionFields
          key={position}
          section={section}
          position={position}
          problemAt={problemAt}
          onChange={(changed) => onChange({ ...list, sections: list.sections.map((one, index) => (index === position ? changed : one)) })}
          onRemove={() => onChange({ ...list, sections: list.sections.filter((_, index) => index !== position) })}
        />
      ))}
      <button
        type="button"
        class="button small add"
        onClick={() => onChange({ ...list, sections: [...list.sections, { title: '', items: [EMPTY_ITEM] }] })}
      >
        <Icon name="plus" />
        Section
      </button>
    </>
  );
}

interface SectionFieldsProps {
  section: ListDraft['sections'][number];
  position: number;
  problemAt: ProblemAt;
  onChange(section: ListDraft['sections'][number]): void;
  onRemove(): void;
}

function SectionFields({ section, position, problemAt, onChange, onRemove }: SectionFieldsProps): JSX.Element {
  const path = `list.sections.${position}`;
  const change = (item: number, part: Partial<ListItemDraft>): void =>
    onChange({ ...section, items: section.items.map((one, index) => (index === item ? { ...one, ...part } : one)) });
  const problems = [
    problemAt(path, `list_message.sections[${position}]`),
    ...section.items.map((_, index) => problemAt(`${path}.items.${index}`)),
  ].filter((one) => one !== undefined);
  return (
    <fieldset class="rows">
      <legend>
        {`Section ${position + 1}`}
        <button type="button" class="button quiet icon" aria-label={`Remove section ${position + 1}`} onClick={onRemove}>
          <Icon name="close" />
        </button>
      </legend>
      <input
        aria-label={`Heading of section ${position + 1}`}
        placeholder="Heading (optional)"
        dir="auto"
        value={section.title}
        onInput={({ currentTarget }) => onChange({ ...section, title: currentTarget.value })}
      />
      {section.items.map((item, index) => (
        <div class="choice-row" key={index}>
          <input
            aria-label={`Row ${index + 1} of section ${position + 1}`}
            placeholder="Row"
            dir="auto"
            value={item.title}
            onInput={({ currentTarget }) => change(index, { title: currentTarget.value })}
          />
          <input
            aria-label={`Second line of row ${index + 1} of section ${position + 1}`}
            placeholder="Second line (optional)"
            dir="auto"
            value={item.description}
            onInput={({ currentTarget }) => change(index, { description: currentTarget.value })}
          />
          <button
            type="button"
            class="button quiet icon"
            aria-label={`Remove row ${index + 1} of section ${position + 1}`}
            onClick={() => onChange({ ...section, items: section.items.filter((_, one) => one !== index) })}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      {problems.length > 0 && <p class="field-problem">{problems[0]}</p>}
      <button type="button" class="button small add" onClick={() => onChange({ ...section, items: [...section.items, EMPTY_ITEM] })}>
        <Icon name="plus" />
        Row
      </button>
    </fieldset>
  );
}
