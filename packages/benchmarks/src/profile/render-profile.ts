import { renderTable } from '../report/render-table.ts';
import type { SampledFunction } from './cpu-profile.ts';

/** Where the processor time of one client went. */
export interface ClientProfile {
  subject: string;
  /** Processor time of a call, in microseconds. */
  cpuMicros: number;
  functions: readonly (SampledFunction & { part: string })[];
}

/** Functions that are listed for each client. */
const TOP = 25;

/** Processor time of a call by part, all clients side by side, then the functions of each. */
export function renderProfiles(profiles: readonly ClientProfile[]): string {
  return [renderParts(profiles), ...profiles.map(renderFunctions)].join('\n\n');
}

function renderParts(profiles: readonly ClientProfile[]): string {
  const parts = [...new Set(profiles.flatMap(({ functions }) => functions.map(({ part }) => part)))];
  const lines = parts
    .map((part) => ({ part, figures: profiles.map((profile) => microsOfPart(profile, part)) }))
    .sort((a, b) => Math.max(...b.figures) - Math.max(...a.figures))
    .map(({ part, figures }) => [part, ...figures.map(formatMicros)]);
  const all = ['all', ...profiles.map(({ cpuMicros }) => formatMicros(cpuMicros))];
  return renderTable([['processor time of a send, by part', ...profiles.map(({ subject }) => subject)], ...lines, all]);
}

function microsOfPart({ functions, cpuMicros }: ClientProfile, part: string): number {
  return (countSamples(functions.filter((one) => one.part === part)) / countSamples(functions)) * cpuMicros;
}

function renderFunctions({ subject, cpuMicros, functions }: ClientProfile): string {
  const all = countSamples(functions);
  const lines = functions.slice(0, TOP).map(({ functionName, part, samples }) => {
    const share = samples / all;
    return [`${functionName || '(anonymous)'}, ${part}`, formatMicros(share * cpuMicros), `${(share * 100).toFixed(1)} %`];
  });
  return renderTable([[`${subject}: functions by self time, of ${all} samples`, 'a send', 'share'], ...lines]);
}

function countSamples(functions: readonly SampledFunction[]): number {
  return functions.reduce((sum, { samples }) => sum + samples, 0);
}

function formatMicros(micros: number): string {
  return `${micros.toFixed(1)} µs`;
}
