import { bundlers, moreBundlers, parcel } from './bundlers.mjs';
import { nest, next } from './frameworks.mjs';
import { jest } from './jest.mjs';
import { lint } from './lint.mjs';
import { loaders } from './loaders.mjs';
import { managers } from './managers.mjs';
import { metro } from './metro.mjs';
import { mocks } from './mocks.mjs';
import { agents, opentelemetry, sentry } from './monitors.mjs';
import { node } from './node.mjs';
import { runners, vitest } from './runners.mjs';
import { typescript } from './typescript.mjs';

export const GROUPS = [
  node,
  typescript,
  loaders,
  ...jest,
  vitest,
  runners,
  bundlers,
  moreBundlers,
  ...parcel,
  ...metro,
  next,
  nest,
  opentelemetry,
  ...sentry,
  agents,
  mocks,
  managers,
  lint,
];
