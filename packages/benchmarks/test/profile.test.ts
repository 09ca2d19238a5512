import { describe, expect, it } from 'vitest';
import { addUp, type CpuProfile, sampledFunctions } from '../src/profile/cpu-profile.ts';
import { createPartOf } from '../src/profile/part-of.ts';
import { renderProfiles } from '../src/profile/render-profile.ts';

const frame = (functionName: string, url = '', lineNumber = 0) => ({ functionName, url, lineNumber });

describe('samples of a profile', () => {
  const profile: CpuProfile = {
    nodes: [
      { id: 1, callFrame: frame('send', 'file:///a.js', 3) },
      { id: 2, callFrame: frame('(idle)') },
      // the same function, called from elsewhere
      { id: 3, callFrame: frame('send', 'file:///a.js', 3) },
      { id: 4, callFrame: frame('read', 'file:///a.js', 9) },
    ],
    startTime: 1_000,
    // taken at 1,100, 1,200, 1,300, … 1,600
    samples: [4, 1, 2, 3, 4, 1],
    timeDeltas: [100, 100, 100, 100, 100, 100],
  };

  it('are counted by function between two moments, without those that waited', () => {
    expect(sampledFunctions(profile, 1_150, 1_550)).toEqual([
      { ...frame('send', 'file:///a.js', 3), samples: 2 },
      { ...frame('read', 'file:///a.js', 9), samples: 1 },
    ]);
  });

  it('are none outside of the profile', () => {
    expect(sampledFunctions(profile, 5_000, 6_000)).toEqual([]);
  });

  it('of several runs add up', () => {
    const one = { ...frame('send', 'file:///a.js', 3), samples: 2 };
    const other = { ...frame('read', 'file:///a.js', 9), samples: 3 };
    expect(addUp([one, other, one]).map(({ samples }) => samples)).toEqual([4, 3]);
  });
});

describe('parts of a program', () => {
  const bundle = [
    '// src/steps/with-retry.ts',
    'function withRetry() {}',
    '// ../../node_modules/.pnpm/openapi-fetch@0.17.0/node_modules/openapi-fetch/dist/index.mjs',
    'function coreFetch() {}',
    '// src/api-request.ts',
    'class ApiRequest {}',
  ];
  const partOf = createPartOf((url) => (url.endsWith('/client/dist/index.js') ? bundle : []));
  const INDEX = 'file:///repository/packages/client/dist/index.js';

  it.each([
    ['a file of ours inside a bundle', frame('withRetry', INDEX, 1), '@convapi/client, steps'],
    ['a library inside a bundle', frame('coreFetch', INDEX, 3), 'openapi-fetch'],
    ['a file of ours that is in no folder', frame('ApiRequest', INDEX, 5), '@convapi/client, api-request'],
    ['a file that was not bundled', frame('a', 'file:///repository/packages/emulator/dist/http/a.js'), '@convapi/emulator, http'],
    ['a library on its own', frame('b', 'file:///r/node_modules/.pnpm/undici@7/node_modules/undici/lib/b.js'), 'undici'],
    ['a library with a scope', frame('c', 'file:///r/node_modules/@sinch/conversation/dist/c.js'), '@sinch/conversation'],
    ['this package', frame('lane', 'file:///repository/packages/benchmarks/dist/harness/run-in-flight.js'), 'benchmark, harness'],
    ['node:http', frame('onData', 'node:_http_client'), 'node:http'],
    ['streams', frame('emitReadable', 'node:internal/streams/readable'), 'node: sockets and streams'],
    ['promises', frame('tick', 'node:internal/process/task_queues'), 'node: events, timers, promises'],
    ['other code of Node', frame('parse', 'node:internal/url'), 'node: the rest'],
    ['the parser of undici', frame('parse', 'wasm://wasm/00034eea'), 'WebAssembly'],
    ['code that is no script', frame('writev'), 'native code and the system'],
    ['the garbage collector', frame('(garbage collector)'), 'garbage collection'],
  ])('%s', (_what, callFrame, part) => {
    expect(partOf(callFrame)).toBe(part);
  });
});

describe('a profile as text', () => {
  it('shares out the processor time of a send by samples: parts of all clients, then functions of each', () => {
    const functions = [
      { ...frame('send'), samples: 3, part: 'ours' },
      { ...frame(''), samples: 1, part: 'node:http' },
    ];
    const profiles = [
      { subject: 'convapi', cpuMicros: 60, functions },
      { subject: 'by hand', cpuMicros: 40, functions: functions.slice(1) },
    ];
    expect(renderProfiles(profiles)).toBe(
      [
        'processor time of a send, by part  convapi  by hand',
        'ours                               45.0 µs   0.0 µs',
        'node:http                          15.0 µs  40.0 µs',
        'all                                60.0 µs  40.0 µs',
        '',
        'convapi: functions by self time, of 4 samples   a send   share',
        'send, ours                                     45.0 µs  75.0 %',
        '(anonymous), node:http                         15.0 µs  25.0 %',
        '',
        'by hand: functions by self time, of 1 samples   a send    share',
        '(anonymous), node:http                         40.0 µs  100.0 %',
      ].join('\n'),
    );
  });
});
