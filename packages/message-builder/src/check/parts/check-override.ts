import { asFields, fieldOf } from '../../internal/read.ts';
import { isWhatsAppParameter } from '../../templates/is-whatsapp-parameter.ts';
import type { Origin, Report } from '../issue.ts';
import { tell } from '../scope.ts';

const STATED: Origin = { basis: 'sinch-api', source: 'OAS' };

/** An override takes templates of the Template API only: those that a channel stores belong into the template message itself. */
export function checkOverride(report: Report, path: string, override: unknown): void {
  if (fieldOf(override, 'template_message') !== undefined) {
    const text = 'is a template message, and an override takes a template_reference to a template of the Template API';
    tell(report, undefined, { path: `${path}template_message`, code: 'template', severity: 'error', effect: 'refuse', text }, STATED);
  }
  const parameters = asFields(fieldOf(fieldOf(override, 'template_reference'), 'parameters')) ?? {};
  const key = Object.keys(parameters).find(isWhatsAppParameter);
  if (key === undefined) return;
  const text = `has the parameter ${key} of a WhatsApp template, and an override takes templates of the Template API only`;
  const at = `${path}template_reference.parameters`;
  tell(report, undefined, { path: at, code: 'template', severity: 'warning', actual: key, text }, STATED);
}
