import { documents as json } from '../internal/documents.ts';
import type { DriftNote } from './drift-note.ts';
import { findDrift, type Unknown } from './find-drift.ts';
import type { JsonSchema } from './json-schema.ts';
import { readNotes, writeNotes } from './notes-file-node.ts';
import { type OpenApiDocument, toDocument } from './openapi-document.ts';

export type { DriftNote } from './drift-note.ts';

/** The call that an answer belongs to, as `@convapi/client` gives it. */
export interface AnsweredCall {
  /** The method: `messages.get`. */
  operation: string;
  /** HTTP method. */
  method: string;
  /** Path with its placeholders. */
  pathTemplate: string;
  /** The document that it stands in. */
  document: 'conversation' | 'batch';
}

/** Options of {@link driftSentinel}. */
export interface DriftSentinelOptions {
  /** Where the notes are kept, for `pnpm spec:update --drift`. Its folder is made when it is missing. */
  file: string;
  /** How many different notes are kept at most; default 1,000. */
  maxNotes?: number | undefined;
  /** Longest time until new notes are written, in milliseconds; default 5,000. The timer keeps no process alive. */
  saveAfterMs?: number | undefined;
  /** Milliseconds since 1970. */
  now?: (() => number) | undefined;
}

/** Notes what the service sends and these packages do not know. */
export interface DriftSentinel {
  /** Looks at an answer: pass the sentinel to a client as `drift`. */
  answer(call: AnsweredCall, body: unknown): void;
  /** Looks at a callback: call it in `onMatch` of a verifier. */
  event(event: object): void;
  /** What was met so far, most often first. */
  seen(): DriftNote[];
  /**
   * Writes the notes now; before a process ends, for example.
   *
   * @throws when the file cannot be written; what is saved in the background does not throw.
   */
  save(): void;
}

/**
 * A sentinel that notes unknown fields, enum values and callbacks in a file: names and counts, no values. With it in
 * production you learn what the service has added before an update of the types tells you.
 *
 * @throws {@link ConvapiError} when the file is there and holds something else.
 * @example
 * ```ts
 * import { driftSentinel } from '@convapi/core/drift';
 *
 * const drift = driftSentinel({ file: 'drift.json' });
 * drift.event({ trigger: 'UNKNOWN', app_id: '01APP', brand_new_notification: {} });
 * console.log(drift.seen()[0]?.where); // brand_new_notification
 * ```
 */
export function driftSentinel(options: DriftSentinelOptions): DriftSentinel {
  const { file, maxNotes = 1_000, saveAfterMs = 5_000, now = Date.now } = options;
  const documents = { conversation: toDocument(json.conversation), batch: toDocument(json.batch) };
  const notes = new Map(readNotes(file).map((note) => [`${note.kind} ${note.where}`, note]));
  let timer: NodeJS.Timeout | undefined;

  function note(kind: DriftNote['kind'], where: string): void {
    const time = new Date(now()).toISOString();
    const key = `${kind} ${where}`;
    const known = notes.get(key);
    if (!known && notes.size >= maxNotes) return;
    notes.set(key, { kind, where, count: (known?.count ?? 0) + 1, first: known?.first ?? time, last: time });
    timer ??= setTimeout(saveQuietly, saveAfterMs).unref();
  }

  function save(): void {
    clearTimeout(timer);
    timer = undefined;
    writeNotes(file, seen());
  }

  /** A full disk must not end the process that is watched: the notes stay here, and the next one tries again. */
  function saveQuietly(): void {
    try {
      save();
    } catch {
      timer = undefined;
    }
  }

  function seen(): DriftNote[] {
    return [...notes.values()].sort((a, b) => b.count - a.count || (a.where < b.where ? -1 : 1));
  }

  function compare(body: unknown, schema: JsonSchema | undefined, document: OpenApiDocument, start: string): void {
    if (!schema) return;
    findDrift(body, schema, document.resolve, ({ kind, path }: Unknown) => note(kind, `${start} ${path}`));
  }

  return {
    answer({ operation, method, pathTemplate, document: name }, body) {
      const document = documents[name];
      compare(body, document.answerOf(method, pathTemplate), document, operation);
    },
    event(event) {
      const { trigger, ...body } = event as Record<string, unknown>;
      const { conversation } = documents;
      const schema = conversation.bodyOf(String(trigger));
      if (schema) return compare(body, schema, conversation, String(trigger));
      const known = conversation.envelopeKeys();
      for (const key of Object.keys(body)) if (!known.has(key)) note('event', /^\w{1,64}$/.test(key) ? key : '(unnamed)');
    },
    seen,
    save,
  };
}
