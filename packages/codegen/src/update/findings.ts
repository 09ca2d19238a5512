import { type Change, type Edit, type Place, placeName } from './changes.ts';
import type { DocumentKind } from './document-kinds.ts';
import type { Kind } from './rules.ts';

export interface Words {
  before?: string;
  after?: string;
}

/** What a comparison has found so far, each thing once. */
export interface Findings {
  changes: Change[];
  /** What our spec says and the new document leaves open: it stays, unless the document before said it, too. */
  silent: Change[];
  /** How much was noted, again and again included: tells whether a difference was claimed. */
  noted: number;
  add(change: Omit<Change, 'document'>): void;
  /** The change that it would be, if the document meant what it does not say. */
  stay(change: Omit<Change, 'document'>): void;
  /** A change of a schema. */
  change(kind: Kind, place: Place, edit: Edit, words?: Words): void;
  keep(kind: Kind, place: Place, edit: Edit, words?: Words): void;
}

export function createFindings(document: DocumentKind): Findings {
  const known = new Set<string>();
  const note = (list: Change[], change: Omit<Change, 'document'>): void => {
    findings.noted += 1;
    const key = changeKey(change);
    if (known.has(key)) return;
    known.add(key);
    list.push({ ...change, document });
  };
  const ofSchema = (kind: Kind, place: Place, edit: Edit, words: Words = {}): Omit<Change, 'document'> => ({
    kind,
    where: placeName(place),
    ...words,
    ...('schema' in place.root ? { schema: place.root.schema } : { operation: place.root.operation }),
    edit,
  });
  const findings: Findings = {
    changes: [],
    silent: [],
    noted: 0,
    add: (change) => note(findings.changes, change),
    stay: (change) => note(findings.silent, change),
    change: (...parts) => note(findings.changes, ofSchema(...parts)),
    keep: (...parts) => note(findings.silent, ofSchema(...parts)),
  };
  return findings;
}

/** What makes two changes one. */
export function changeKey({ kind, where, before, after }: Omit<Change, 'document'>): string {
  return [kind, where, before, after].join('|');
}
