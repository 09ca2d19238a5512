/** Calls that are passed on to the service, and what comes of comparing. */
export type { SpecDeviation } from './check-real-answer.ts';
export type { ShapeDifference } from './compare-shapes.ts';
export { withProxy } from './proxy.ts';
export { checkProxyOptions, type ProxyOptions } from './proxy-options.ts';
export type { ProxiedOperation, ProxyReport, StatusDifference } from './report.ts';
