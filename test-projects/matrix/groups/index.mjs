import { bundlers, moreBundlers, parcel } from './bundlers.mjs';
import { jest } from './jest.mjs';
import { lint } from './lint.mjs';
import { loaders } from './loaders.mjs';
import { managers } from './managers.mjs';
import { metro } from './metro.mjs';
import { node } from './node.mjs';
import { runners } from './runners.mjs';
import { typescript } from './typescript.mjs';

export const GROUPS = [node, typescript, loaders, ...jest, runners, bundlers, moreBundlers, parcel, metro, managers, lint];
