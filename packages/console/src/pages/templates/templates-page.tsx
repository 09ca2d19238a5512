import type { V2TemplateResponse } from '@convapi/core';
import type { JSX } from 'preact';
import { toUrl } from '../../state/api-call.ts';
import { useConsole, useOverview } from '../../state/console.ts';
import { toCall } from '../../state/project.ts';
import { REGIONS, useRegion } from '../../state/regions.ts';
import { usePages } from '../../state/use-pages.ts';
import { SelectField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icons.tsx';
import { PagesView } from '../../ui/pages-view.tsx';
import { Badge, Empty, PageHead } from '../../ui/parts.tsx';
import { languagesOf } from './translations.ts';

/** The message templates of a region. */
export function TemplatesPage(): JSX.Element {
  const { api, place } = useConsole();
  const overview = useOverview();
  const region = useRegion();
  const { pages, more } = usePages<V2TemplateResponse>(region.value, 0, async () => {
    const call = toCall(overview, {
      method: 'GET',
      region: region.value,
      version: 'v2',
      parts: ['templates'],
      clientMethod: 'templates.list',
    });
    const answer = await api.owner<{ templates?: V2TemplateResponse[] }>('GET', toUrl(call));
    return answer.ok ? { ok: true, data: { items: answer.data.templates ?? [], next: '' } } : answer;
  });
  return (
    <div class="page stack">
      <PageHead title="Templates" about="Messages that are written once, with places for values, in several languages.">
        <a class="button main-action" href={`${place.base}/templates/${region.value}/new`}>
          <Icon name="plus" />
          New template
        </a>
      </PageHead>
      <div class="narrow">
        <SelectField
          label="Region"
          value={region.value}
          options={REGIONS}
          onInput={(value) => {
            region.value = value;
          }}
        />
      </div>
      <section class="card flush" aria-label="Templates">
        <PagesView
          id={region.value}
          pages={pages.value}
          more={more}
          empty={
            <Empty title="No template in this region">
              <p>A template is sent by its id, with the values of its places.</p>
            </Empty>
          }
        >
          {(templates) => (
            <ul class="rows">
              {templates.map((template) => (
                <li key={template.id}>
                  <a href={`${place.base}/templates/${region.value}/${encodeURIComponent(template.id ?? '')}`}>
                    <span class="grow">
                      <strong class="cut">{template.description || 'Without a description'}</strong>
                      <code class="soft small cut">{template.id}</code>
                    </span>
                    <span class="row">
                      {languagesOf(template).map((language) => (
                        <Badge key={language}>{language}</Badge>
                      ))}
                    </span>
                    <span class="soft small nowrap">version {template.version}</span>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </PagesView>
      </section>
    </div>
  );
}
