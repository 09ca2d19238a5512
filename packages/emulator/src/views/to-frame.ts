import type { Numbered } from '../feed/index.ts';
import { toCallbackSummary } from './callback-view.ts';
import type { Change, ResourceType } from './change.ts';
import type { EmulatorFrame } from './control-api.ts';
import type { Views } from './create-views.ts';
import { toEventSummary } from './event-view.ts';
import { toHandsetView } from './handset-view.ts';

/** Changes in words, for whoever listens. What changed twice is told as it is now, so once is enough: in the place of its last change. */
export function toFrames(views: Views, changes: readonly Numbered<Change>[]): EmulatorFrame[] {
  const told = new Set<unknown>();
  return changes
    .toReversed()
    .filter(({ change }) => {
      const subject = subjectOf(change);
      if (told.has(subject)) return false;
      told.add(subject);
      return true;
    })
    .reverse()
    .map(({ seq, change }) => toFrame(views, seq, change));
}

/** What a change is about: a thing that may change again, what there is one of, or just the change. */
function subjectOf(change: Numbered<Change>['change']): unknown {
  switch (change.type) {
    case 'handset':
      return change.entry;
    case 'callback':
      return change.record;
    case 'fault':
    case 'answers':
    case 'clock':
    case 'plan':
      return change.type;
    case 'app':
    case 'webhook':
    case 'contact':
    case 'conversation':
    case 'key':
      return `${change.type} ${change.id}`;
    default:
      return change;
  }
}

function toFrame(views: Views, seq: number, change: Numbered<Change>['change']): EmulatorFrame {
  switch (change.type) {
    case 'gap':
      return { seq, ...change };
    case 'handset': {
      const entry = toHandsetView(views.store, change.entry.shown);
      return { seq, type: 'handset', op: 'put', channel: entry.channel, identity: entry.identity, entry };
    }
    case 'typing': {
      const { type, channel, identity, appId, from, isTyping } = change;
      return { seq, type, channel, identity, app_id: appId, from, is_typing: isTyping };
    }
    case 'event':
      return { ...toEventSummary(change.event), seq, type: 'event' };
    case 'callback':
      return { seq, type: 'callback', callback: toCallbackSummary(change.record) };
    case 'request':
      return { seq, type: 'request', request: views.request.summary(change.entry) };
    case 'fault':
      return { seq, type: 'fault', faults: views.faults() };
    case 'answers':
      return { seq, type: 'answers', answers: views.answers() };
    case 'clock':
      return { seq, type: 'clock', ...views.clock() };
    case 'plan': {
      const { planned, total } = views.planned(1);
      return { seq, type: 'plan', next: planned[0] ?? null, total };
    }
    case 'key': {
      const key = views.keys.find(change.id);
      return { seq, type: 'key', op: key ? 'put' : 'delete', id: change.id, key: key ?? null };
    }
    default:
      return toResourceFrame(views, seq, change);
  }
}

function toResourceFrame(views: Views, seq: number, { type, id }: { type: ResourceType; id: string }): EmulatorFrame {
  const resource = views.resource(type, id);
  const region = views.regionOf(resource?.app_id ?? id);
  const frame = { seq, type, op: resource ? 'put' : 'delete', id, ...(region ? { region } : {}), resource: resource ?? null };
  // Which resource it is goes by the type, and the two come from the same part of the store.
  return frame as EmulatorFrame;
}
