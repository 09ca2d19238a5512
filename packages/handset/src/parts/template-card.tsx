import type { TemplatePart } from '@convapi/message-builder';
import type { JSX } from 'preact';

/** A stored template whose words are not at hand: its name and what fills it. */
export function TemplateCard({ part }: { part: TemplatePart }): JSX.Element {
  const details = [part.languageCode, part.version === undefined ? undefined : `version ${part.version}`];
  return (
    <div class="cvh-reference" dir="auto">
      <p class="cvh-pale">Template</p>
      <p class="cvh-bold">{part.templateId}</p>
      <p class="cvh-pale">{details.filter((detail) => detail !== undefined).join(', ')}</p>
      <dl class="cvh-values">
        {Object.entries(part.parameters).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
