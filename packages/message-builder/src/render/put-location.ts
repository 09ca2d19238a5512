import { mapLink, type Point, pointOf } from './coordinates.ts';
import { change, type Draft, markRewritten, weaken } from './draft.ts';
import { putText } from './put-text.ts';
import { type Json, recordOf, textOf } from './read.ts';
import type { LocationPart, RenderedChoice } from './rendered-part.ts';

/** A point on the map. */
export function putLocation(draft: Draft, content: Json, path: string): void {
  const point = pointOf(content);
  const { location: cell } = draft.traits;
  notePrecision(draft, content, point, path);
  if (cell === 'native' || cell === 'map') putMap(draft, content, point, path);
  else if (cell === 'parts') putMapButton(draft, content, point, path);
  else putMapLink(draft, content, point, path);
}

/** WhatsApp: the title is the name of the place, the label its address. Telegram and Viber have the map alone. */
function putMap(draft: Draft, content: Json, point: Point | undefined, path: string): void {
  const title = textOf(content.title);
  const label = textOf(content.label);
  const part: LocationPart = { kind: 'location', title };
  if (label !== '') part.label = label;
  if (draft.traits.location === 'map' && title + label !== '') {
    part.title = '';
    delete part.label;
    change(draft, 'lost', path, `${draft.channel} shows the map, without its title and label.`, 'inferred');
  }
  draft.native = true;
  draft.parts.push(point === undefined ? part : { ...part, ...point });
}

/** RCS and Messenger: the title as a text, and one button with the label. */
function putMapButton(draft: Draft, content: Json, point: Point | undefined, path: string): void {
  const title = textOf(content.title);
  const label = textOf(content.label);
  const placement = draft.traits.choices;
  const choice: RenderedChoice = {
    type: 'location',
    title: label === '' ? title : label,
    placement,
    vanishes: placement === 'docked',
    path,
  };
  if (point !== undefined) choice.target = mapLink(point);
  draft.native = true;
  draft.rewritten = true;
  change(draft, 'changed', path, 'The map became a text with a button that opens it.', 'stated');
  if (label === '')
    change(draft, 'changed', `${path}.label`, 'What the button says without a label is not known; taken is the title.', 'guess');
  if (title !== '') putText(draft, title, true, `${path}.title`);
  draft.parts.push({ kind: 'choices', choices: [choice] });
}

function putMapLink(draft: Draft, content: Json, point: Point | undefined, path: string): void {
  const title = textOf(content.title);
  markRewritten(draft, draft.traits.location, path);
  change(draft, 'changed', path, 'The map became a link.', draft.traits.look);
  if (textOf(content.label) !== '') change(draft, 'lost', `${path}.label`, 'A link has no label.', 'inferred');
  if (draft.channel === 'SMS')
    change(draft, 'note', path, 'The vendor calls locations native on SMS; its pictures show a link.', 'inferred');
  putText(draft, point === undefined ? title : `${title}: ${mapLink(point)}`, true, path);
}

function notePrecision(draft: Draft, content: Json, point: Point | undefined, path: string): void {
  const given = recordOf(content.coordinates);
  if (point === undefined) {
    change(draft, 'lost', `${path}.coordinates`, 'A coordinate is missing, or no number.', 'unknown');
  } else if (given.latitude !== point.latitude || given.longitude !== point.longitude) {
    change(draft, 'changed', `${path}.coordinates`, `Kept as 32-bit floats: ${point.latitude}, ${point.longitude}.`, 'inferred');
    weaken(draft, 'inferred');
  }
}
