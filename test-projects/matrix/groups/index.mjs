import { bundlers, moreBundlers, parcel } from './bundlers.mjs';
import { jest } from './jest.mjs';
import { metro } from './metro.mjs';
import { runners } from './runners.mjs';
import { typescript } from './typescript.mjs';

export const GROUPS = [typescript, ...jest, runners, bundlers, moreBundlers, parcel, metro];
