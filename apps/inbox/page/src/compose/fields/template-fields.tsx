import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useDesk } from '../../state/desk.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import type { TemplateDraft } from '../draft.ts';
import type { KindFieldsProps } from '../kind-fields-props.ts';
import { readTemplates, templates, translationOf, variablesOf } from '../template-list.ts';

const SOURCES = [
  { value: 'project', label: 'A template of the project' },
  { value: 'channel', label: 'One that the channel keeps, by its name' },
];

/** A stored template: for channels that take nothing else once 24 hours are over. */
export function TemplateFields(props: KindFieldsProps): JSX.Element {
  const { composer } = props;
  const { template } = composer.draft.value;
  const change = (part: Partial<TemplateDraft>): void => composer.change({ template: { ...composer.draft.peek().template, ...part } });
  return (
    <>
      <SelectField
        label="From"
        value={template.source}
        options={SOURCES}
        onInput={(source) => change({ source: source as TemplateDraft['source'], id: '', version: '', language: '', parameters: {} })}
      />
      {template.source === 'project' ? <ProjectTemplate {...props} change={change} /> : <ChannelTemplate {...props} change={change} />}
    </>
  );
}

interface SourceProps extends KindFieldsProps {
  change(part: Partial<TemplateDraft>): void;
}

/** The parts of an option's value: none of them holds a space. */
const SEPARATOR = ' ';

function ProjectTemplate({ composer, problemAt, change }: SourceProps): JSX.Element {
  const desk = useDesk();
  const { template } = composer.draft.value;
  const state = templates.value;
  useEffect(() => {
    if (templates.peek().is !== 'read') void readTemplates(desk);
  }, []);
  if (state.is === 'failed') {
    return (
      <p class="problem-box">
        {`The templates could not be read: ${state.problem} `}
        <button type="button" class="button small" onClick={() => void readTemplates(desk)}>
          Try again
        </button>
      </p>
    );
  }
  const options = (state.is === 'read' ? state.list : []).flatMap(({ id = '', description = '', translations = [] }) =>
    translations.map(({ language_code: language = '', version = '' }) => ({
      value: [id, version, language].join(SEPARATOR),
      label: `${description === '' ? id : description} (${language})`,
    })),
  );
  const none = state.is === 'read' ? (options.length === 0 ? 'The project has no templates' : 'Choose…') : 'Reading the templates…';
  return (
    <>
      <SelectField
        label="Template"
        value={template.id === '' ? '' : [template.id, template.version, template.language].join(SEPARATOR)}
        options={[{ value: '', label: none }, ...options]}
        hint={problemAt('template.id', 'template_message')}
        onInput={(value) => {
          const [id = '', version = '', language = ''] = value.split(SEPARATOR);
          change({ id, version, language, parameters: {} });
        }}
      />
      {variablesOf(translationOf(template)).map(({ key, sample }) => (
        <TextField
          key={key}
          label={key}
          value={template.parameters[key] ?? ''}
          {...(sample === '' ? {} : { hint: `Such as: ${sample}` })}
          onInput={(value) => change({ parameters: { ...composer.draft.peek().template.parameters, [key]: value } })}
        />
      ))}
    </>
  );
}

/** WhatsApp numbers the placeholders of the body: `body[1]text`, `body[2]text`, … */
function ChannelTemplate({ composer, problemAt, change }: SourceProps): JSX.Element {
  const { template } = composer.draft.value;
  const words = Object.values(template.parameters);
  return (
    <>
      <TextField
        label="Name of the template"
        value={template.id}
        problem={problemAt('template.id', 'template_message')}
        onInput={(id) => change({ id })}
      />
      <TextField
        label="Language"
        placeholder="en"
        value={template.language}
        problem={problemAt('template.language')}
        onInput={(language) => change({ language })}
      />
      <TextField
        label="Words for its placeholders, separated by | (optional)"
        value={words.join('|')}
        onInput={(value) =>
          change({
            parameters: value === '' ? {} : Object.fromEntries(value.split('|').map((word, index) => [`body[${index + 1}]text`, word])),
          })
        }
      />
    </>
  );
}
