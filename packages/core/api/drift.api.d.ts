// What customers see. Written by "pnpm api:update": a change here is a change for them.

interface AnsweredCall {
    operation: string;
    method: string;
    pathTemplate: string;
    document: 'conversation' | 'batch';
}

interface DriftNote {
    kind: 'field' | 'value' | 'event';
    where: string;
    count: number;
    first: string;
    last: string;
}

interface DriftSentinel {
    answer(call: AnsweredCall, body: unknown): void;
    event(event: object): void;
    seen(): DriftNote[];
    save(): void;
}

interface DriftSentinelOptions {
    file: string;
    maxNotes?: number | undefined;
    saveAfterMs?: number | undefined;
    now?: (() => number) | undefined;
}

declare function driftSentinel(options: DriftSentinelOptions): DriftSentinel;

export type {
  AnsweredCall,
  DriftNote,
  DriftSentinel,
  DriftSentinelOptions,
};
export {
  driftSentinel,
};
