import { asFields, asText, fieldOf } from '../../internal/read.ts';
import { isWhatsAppParameter } from '../../templates/is-whatsapp-parameter.ts';
import type { Origin } from '../issue.ts';
import { type Finding, type Scope, tell } from '../scope.ts';

const STATED: Origin = { basis: 'sinch-api', source: 'API' };

/** A template on one channel: its own if it has one, else the one for every channel. */
export function checkTemplate(scope: Scope, path: string, template: unknown): void {
  const { channel } = scope;
  const own = fieldOf(fieldOf(template, 'channel_template'), channel);
  if (own === undefined) {
    if (fieldOf(template, 'omni_template') !== undefined) return;
    const text = `has no template for ${channel}, nor one for every channel`;
    add(scope, { path: `${path}.channel_template`, code: 'template', severity: 'warning', text }, { basis: 'unknown', source: null });
    return;
  }
  if (!scope.limits.native.template.includes('channel')) {
    const text = `is a template of the channel, which ${channel} is not known to store`;
    const finding = { path: `${path}.channel_template.${channel}`, code: 'template', severity: 'warning', text } as const;
    add(scope, finding, { basis: 'sinch-doc', source: 'WATPL' });
  }
  if (channel === 'WHATSAPP') checkWhatsAppTemplate(scope, `${path}.channel_template.WHATSAPP`, own);
}

function checkWhatsAppTemplate(scope: Scope, path: string, template: unknown): void {
  const language = fieldOf(template, 'language_code');
  const place = `${path}.language_code`;
  if (language === undefined)
    add(scope, { path: place, code: 'missing', severity: 'error', text: 'is missing, and WHATSAPP has no default' }, STATED);
  else if (typeof language === 'string' && !/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/.test(language)) {
    const text = 'is not of the form en or en_US, the only one that WHATSAPP takes';
    add(scope, { path: place, code: 'format', severity: 'error', limit: 'en_US', actual: language.slice(0, 40), text }, STATED);
  }
  const id = asText(fieldOf(template, 'template_id'));
  if (id !== undefined && /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id)) {
    const text = 'looks like an id of the service: on WHATSAPP it is the name of the template';
    add(scope, { path: `${path}.template_id`, code: 'template', severity: 'warning', text }, { basis: 'sinch-doc', source: 'D21' });
  }
  for (const key of Object.keys(asFields(fieldOf(template, 'parameters')) ?? {})) {
    if (isWhatsAppParameter(key)) continue;
    const text = `has a key that WHATSAPP is not known to take: ${JSON.stringify(key.slice(0, 40))}`;
    const finding = {
      path: `${path}.parameters`,
      code: 'template',
      severity: 'warning',
      limit: 'body[1]text',
      actual: key.slice(0, 40),
      text,
    } as const;
    add(scope, finding, { basis: 'sinch-doc', source: 'D21' });
  }
}

function add(scope: Scope, finding: Finding, origin: Origin): void {
  tell(scope.report, scope.channel, finding, origin);
}
