import type { Numbered } from '../feed/index.ts';
import { toCallbackSummary } from './callback-view.ts';
import type { Change, ResourceType, StateType } from './change.ts';
import type { EmulatorFrame } from './control-api.ts';
import type { Views } from './create-views.ts';
import { toEventSummary } from './event-view.ts';
import { toHandsetView } from './handset-view.ts';

/** Changes in words, for whoever listens. */
export function toFrames(views: Views, changes: readonly Numbered<Change>[]): EmulatorFrame[] {
  return changes.filter((one, index) => !isOutdated(one, changes, index)).map(({ seq, change }) => toFrame(views, seq, change));
}

/** What there is one of is told as it is now: once is enough. */
function isOutdated({ change }: Numbered<Change>, changes: readonly Numbered<Change>[], index: number): boolean {
  if (!isState(change)) return false;
  return changes.some((other, place) => place > index && other.change.type === change.type);
}

const STATES: ReadonlySet<string> = new Set(['fault', 'answers', 'clock', 'plan'] satisfies StateType[]);

function isState(change: Numbered<Change>['change']): change is { type: StateType } {
  return STATES.has(change.type);
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

function toResourceFrame(views: Views, seq: number, { type, id, row }: { type: ResourceType; id: string; row: unknown }): EmulatorFrame {
  const owner = type === 'app' || type === 'contact' ? id : ((row as { app_id?: string } | undefined)?.app_id ?? '');
  const region = views.regionOf(owner);
  const frame = { seq, type, op: row === undefined ? 'delete' : 'put', id, ...(region ? { region } : {}), resource: row ?? null };
  // Which resource it is goes by the type, and the two come from the same part of the store.
  return frame as EmulatorFrame;
}
