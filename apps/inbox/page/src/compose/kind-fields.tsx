import type { JSX } from 'preact';
import { TextField } from '../ui/field.tsx';
import { CardFields, CarouselFields } from './fields/card-fields.tsx';
import { ChoiceRows } from './fields/choice-rows.tsx';
import { ListFields } from './fields/list-fields.tsx';
import { MediaFields } from './fields/media-fields.tsx';
import { PlaceFields } from './fields/place-fields.tsx';
import { TemplateFields } from './fields/template-fields.tsx';
import { TextFields } from './fields/text-fields.tsx';
import type { KindFieldsProps } from './kind-fields-props.ts';

/** The fields of the kind that is chosen. */
export function KindFields(props: KindFieldsProps): JSX.Element {
  const { composer, problemAt } = props;
  const draft = composer.draft.value;
  switch (draft.kind) {
    case 'text':
    case 'note':
      // each has a field of its own: what is typed in one is never in the other
      return <TextFields key={draft.kind} {...props} kind={draft.kind} />;
    case 'template':
      return <TemplateFields {...props} />;
    case 'media':
      return <MediaFields {...props} />;
    case 'choice':
      return (
        <>
          <TextField
            label="Question"
            value={draft.choice.text}
            problem={problemAt('choice.text', 'choice_message.text_message')}
            onInput={(text) => composer.change({ choice: { ...draft.choice, text } })}
          />
          <ChoiceRows
            choices={draft.choice.choices}
            path="choice.choices"
            wire="choice_message.choices"
            problemAt={problemAt}
            onChange={(choices) => composer.change({ choice: { ...draft.choice, choices } })}
          />
        </>
      );
    case 'card':
      return (
        <CardFields
          card={draft.card}
          path="card"
          wire="card_message"
          problemAt={problemAt}
          onChange={(card) => composer.change({ card })}
        />
      );
    case 'carousel':
      return <CarouselFields cards={draft.cards} problemAt={problemAt} onChange={(cards) => composer.change({ cards })} />;
    case 'list':
      return <ListFields list={draft.list} problemAt={problemAt} onChange={(list) => composer.change({ list })} />;
    case 'location':
      return <PlaceFields place={draft.place} problemAt={problemAt} onChange={(place) => composer.change({ place })} />;
  }
}
