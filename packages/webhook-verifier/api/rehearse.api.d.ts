// What customers see. Written by "pnpm api:update": a change here is a change for them.
import type {
  ConvapiError,
  ConvapiErrorOptions,
} from '@convapi/core';

interface RehearsalAdvice {
    fix: string;
    checks: string[];
}

interface RehearsalCheck {
    id: string;
    group: RehearsalGroup;
    title: string;
    passed: boolean;
    sent: string;
    expected: string;
    received: string;
    fix?: string;
}

declare class RehearsalError extends ConvapiError {
    readonly name = "RehearsalError";
    readonly reason: RehearsalFailure;
    constructor(reason: RehearsalFailure, message: string, options?: ConvapiErrorOptions);
}

type RehearsalFailure = 'usage' | 'unreachable';

type RehearsalGroup = 'genuine' | 'bytes' | 'time' | 'replay' | 'forged' | 'headers' | 'robust' | 'speed';

interface RehearsalReport {
    url: string;
    startedAt: string;
    ok: boolean;
    passed: number;
    total: number;
    score: number;
    takesGenuine: boolean;
    checks: RehearsalCheck[];
    advice: RehearsalAdvice[];
}

interface RehearseOptions {
    url: string;
    secret: string;
    fetch?: typeof globalThis.fetch | undefined;
    now?: (() => number) | undefined;
    random?: (() => number) | undefined;
    timeoutMs?: number | undefined;
    toleranceSeconds?: number | undefined;
    maxBodyBytes?: number | undefined;
    appId?: string | undefined;
    handled?: (() => number | Promise<number>) | undefined;
    allowRemote?: boolean | undefined;
}

declare function formatReport(report: RehearsalReport): string;

declare function isRehearsalError(value: unknown): value is RehearsalError;

declare function rehearse(options: RehearseOptions): Promise<RehearsalReport>;

export type {
  RehearsalAdvice,
  RehearsalCheck,
  RehearsalFailure,
  RehearsalGroup,
  RehearsalReport,
  RehearseOptions,
};
export {
  RehearsalError,
  formatReport,
  isRehearsalError,
  rehearse,
};
