import { asList, asText, fieldOf } from '../../internal/read.ts';
import { checkLength } from '../check-length.ts';
import { checkCount, type Scope, tell } from '../scope.ts';

/** A list, on a channel that has lists. */
export function checkList(scope: Scope, path: string, list: unknown): void {
  const rules = scope.limits.list;
  if (rules === undefined) return;
  const sections = asList(fieldOf(list, 'sections'));
  const properties = fieldOf(list, 'message_properties');
  checkLength(scope, `${path}.description`, fieldOf(list, 'description'), rules.bodyChars);
  checkLength(scope, `${path}.message_properties.whatsapp_header`, fieldOf(properties, 'whatsapp_header'), scope.limits.headerChars);
  checkLength(scope, `${path}.message_properties.menu`, fieldOf(properties, 'menu'), rules.menuButtonChars);
  checkCount(scope, `${path}.sections`, sections.length, rules.sectionsMax, { unit: 'sections' });
  const ids = new Set<string>();
  let products = 0;
  for (const [at, section] of sections.entries()) {
    const place = `${path}.sections[${at}]`;
    checkTitle(scope, `${place}.title`, section, sections.length);
    for (const [row, item] of asList(fieldOf(section, 'items')).entries()) {
      if (fieldOf(item, 'product') !== undefined) products++;
      checkRow(scope, `${place}.items[${row}].choice`, fieldOf(item, 'choice'), ids);
    }
  }
  checkCount(scope, `${path}.sections`, products, rules.productsTotalMax, { unit: 'products' });
}

function checkTitle(scope: Scope, path: string, section: unknown, sections: number): void {
  const { channel, limits, report } = scope;
  const title = fieldOf(section, 'title');
  const most = limits.list?.untitledSectionsMax;
  checkLength(scope, path, title, limits.list?.sectionTitleChars);
  if (most === undefined || sections <= (most.value ?? sections) || (asText(title) ?? '') !== '') return;
  const text = `is missing, and on ${channel} every section has a title where there are several`;
  tell(report, channel, { path, code: 'missing', severity: 'error', effect: 'refuse', text }, most);
}

function checkRow(scope: Scope, path: string, row: unknown, ids: Set<string>): void {
  const { channel, limits, report } = scope;
  const { list } = limits;
  if (list === undefined) return;
  const id = asText(fieldOf(row, 'postback_data')) ?? '';
  checkLength(scope, `${path}.title`, fieldOf(row, 'title'), list.rowTitleChars);
  checkLength(scope, `${path}.description`, fieldOf(row, 'description'), list.rowDescriptionChars);
  checkLength(scope, `${path}.postback_data`, id, list.rowIdChars);
  if (id !== '' && ids.has(id)) {
    const finding = { path: `${path}.postback_data`, code: 'duplicate', severity: 'error', effect: 'refuse' } as const;
    tell(report, channel, { ...finding, text: 'is the postback of an earlier row too' }, list.rowIdChars);
  }
  ids.add(id);
}
