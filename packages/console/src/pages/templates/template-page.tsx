import { CHANNELS, type V2TemplateResponse, type V2TemplateTranslation } from '@convapi/core';
import { Phone } from '@convapi/handset';
import '@convapi/handset/styles.css';
import { render } from '@convapi/message-builder';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { toUrl } from '../../state/api-call.ts';
import { useConsole, useOverview } from '../../state/console.ts';
import { type ProjectCall, toCall } from '../../state/project.ts';
import { useGo } from '../../state/use-go.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { toChannelName } from '../../state/words.ts';
import { AsCode } from '../../ui/as-code.tsx';
import { ConfirmTyped } from '../../ui/confirm-typed.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { LoadedView } from '../../ui/loaded-view.tsx';
import { PageHead } from '../../ui/parts.tsx';
import { FIRST_TEMPLATE, ownTranslations } from './translations.ts';

const NEW = 'new';

/** One template: its words as JSON, and how each translation looks. */
export function TemplatePage({ region = '', id = '' }: { region?: string; id?: string }): JSX.Element {
  const { api } = useConsole();
  const overview = useOverview();
  const loaded = useLoaded<V2TemplateResponse>(`${region} ${id}`, 0, async () => {
    if (id === NEW) return { ok: true, data: FIRST_TEMPLATE as unknown as V2TemplateResponse };
    const call = toCall(overview, { method: 'GET', region, version: 'v2', parts: ['templates', id], clientMethod: 'templates.get' });
    return api.owner<V2TemplateResponse>('GET', toUrl(call));
  });
  return (
    <div class="page stack">
      <LoadedView id={`${region} ${id}`} loaded={loaded.value} title="Template">
        {(template) => <Template key={template.id ?? NEW} region={region} template={template} />}
      </LoadedView>
    </div>
  );
}

function Template({ region, template }: { region: string; template: V2TemplateResponse }): JSX.Element {
  const { api, toasts } = useConsole();
  const overview = useOverview();
  const go = useGo();
  const isNew = template.id === undefined;
  const known = useSignal(template);
  const json = useSignal(JSON.stringify({ ...template, translations: ownTranslations(template) }, null, 2));
  const problem = useSignal<string | undefined>(undefined);
  const isDeleting = useSignal(false);
  const read = readTemplate(json.value);
  const body = 'template' in read ? read.template : {};
  const shape: ProjectCall = isNew
    ? { method: 'POST', region, version: 'v2', parts: ['templates'], body, clientMethod: 'templates.create' }
    : {
        method: 'PUT',
        region,
        version: 'v2',
        parts: ['templates', template.id ?? ''],
        body,
        clientMethod: 'templates.update',
        pathValues: [template.id ?? ''],
      };
  const call = toCall(overview, shape);
  const save = async (): Promise<void> => {
    if ('problem' in read) {
      problem.value = read.problem;
      return;
    }
    const answer = await api.owner<V2TemplateResponse>(call.method, toUrl(call), body);
    problem.value = answer.ok ? undefined : answer.message;
    if (!answer.ok) return;
    toasts.say('Saved.');
    if (isNew) return go(`/templates/${region}/${encodeURIComponent(answer.data.id ?? '')}`);
    known.value = answer.data;
    json.value = JSON.stringify({ ...answer.data, translations: ownTranslations(answer.data) }, null, 2);
  };
  return (
    <>
      <PageHead title={known.value.description || (isNew ? 'New template' : 'Template')} about={template.id && <code>{template.id}</code>}>
        {!isNew && (
          <button
            type="button"
            class="button danger"
            onClick={() => {
              isDeleting.value = true;
            }}
          >
            Delete
          </button>
        )}
        <button type="button" class="button main-action" onClick={save}>
          {isNew ? 'Create' : 'Save'}
        </button>
      </PageHead>
      <div class="grid-two">
        <div class="stack">
          <Field label="Template as JSON" problem={problem.value ?? ('problem' in read ? read.problem : undefined)}>
            {(props) => (
              <textarea
                {...props}
                class="code tall"
                spellcheck={false}
                value={json.value}
                onInput={(event) => {
                  json.value = event.currentTarget.value;
                  problem.value = undefined;
                }}
              />
            )}
          </Field>
          <AsCode call={call} />
        </div>
        {'template' in read && <Preview template={read.template} />}
      </div>
      {isDeleting.value && (
        <ConfirmTyped
          title="Delete template"
          word={known.value.description || (template.id ?? '')}
          action="Delete"
          onConfirm={async () => {
            const answer = await api.owner('DELETE', call.path);
            if (!answer.ok) return answer.message;
            go('/templates');
            return undefined;
          }}
          onClose={() => {
            isDeleting.value = false;
          }}
        >
          <p>Messages that refer to it will fail.</p>
        </ConfirmTyped>
      )}
    </>
  );
}

function readTemplate(json: string): { template: V2TemplateResponse } | { problem: string } {
  try {
    const template: unknown = JSON.parse(json);
    if (typeof template === 'object' && template !== null) return { template: template as V2TemplateResponse };
    return { problem: 'A template is an object.' };
  } catch (error) {
    return { problem: `This is no JSON. ${(error as Error).message}` };
  }
}

/** A translation with its preview values on a phone. */
function Preview({ template }: { template: V2TemplateResponse }): JSX.Element {
  const channel = useSignal('WHATSAPP');
  const language = useSignal('');
  const translations = ownTranslations(template);
  const translation = translations.find(({ language_code: code }) => code === language.value) ?? translations[0];
  return (
    <div class="stack">
      <div class="row">
        <SelectField
          label="Language"
          value={String(translation?.language_code ?? '')}
          options={translations.map(({ language_code: code }) => String(code))}
          onInput={(value) => {
            language.value = value;
          }}
        />
        <SelectField
          label="Channel"
          value={channel.value}
          options={CHANNELS.map((value) => ({ value, label: toChannelName(value) }))}
          onInput={(value) => {
            channel.value = value;
          }}
        />
      </div>
      {translation && (
        <div class="phone">
          <Phone channel={channel.value} entries={[{ id: 'preview', rendered: draw(template, translation, channel.value) }]} />
        </div>
      )}
    </div>
  );
}

function draw(template: V2TemplateResponse, translation: V2TemplateTranslation, channel: string): ReturnType<typeof render> {
  const values = (translation.variables ?? []).map(({ key, preview_value: value }) => [key, value ?? '']);
  const message = {
    template_message: {
      omni_template: { template_id: template.id ?? NEW, version: 'latest', parameters: Object.fromEntries(values) },
    },
  };
  return render(message as never, channel as never, { translation });
}
