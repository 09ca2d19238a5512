import { LINE } from '../harness/subjects.mjs';
import { pinned } from '../versions.mjs';
import { MODULES, packageOf } from './shared.mjs';

const FILES = {
  'package.json': packageOf('commonjs'),
  'toolkit.mjs': ({ subject }) => subject.programs.mjs,
  'toolkit.cjs': ({ subject }) => subject.programs.cjs,
};

/** The calls of the program: for a token, a send and an app that is not there. */
const CALLS = 3;
const TRACED = `${CALLS} spans below the parent: ${LINE}`;

/**
 * What the server must have got: the credentials, which some wrappers lose, and the header by which a trace goes on.
 *
 * @param {string} header
 */
const carried = (header) => (requests) => [
  ...(requests.length >= CALLS ? [] : [`only ${requests.length} of ${CALLS} requests came`]),
  ...requests.flatMap(({ path, headers }) => [
    ...(/^(Bearer|Basic) /.test(headers.authorization ?? '') ? [] : [`${path} came without authorization`]),
    ...(headers[header] === undefined ? [`${path} came without ${header}`] : []),
  ]),
];

/** OpenTelemetry: the spans are kept in memory. */
const OTEL = `const { registerInstrumentations } = require('@opentelemetry/instrumentation');
const { HttpInstrumentation } = require('@opentelemetry/instrumentation-http');
const { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } = require('@opentelemetry/sdk-trace-node');
const { trace } = require('@opentelemetry/api');
const exporter = new InMemorySpanExporter();
new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).register();
registerInstrumentations({ instrumentations: [new HttpInstrumentation()] });
globalThis.inParent = (work) =>
  trace.getTracer('app').startActiveSpan('parent', async (parent) => {
    const line = await work();
    parent.end();
    const { spanId } = parent.spanContext();
    const children = exporter.getFinishedSpans().filter((one) => one.parentSpanContext?.spanId === spanId);
    console.log(children.length + ' spans below the parent: ' + line);
  });
`;

const otel = [
  {
    name: 'OpenTelemetry, CommonJS, express loaded',
    common: true,
    files: {
      'monitor.cjs': OTEL,
      'main.cjs': "require('express');\nconst { useToolkit } = require('./toolkit.cjs');\ninParent(useToolkit);\n",
    },
    commands: [['node', '-r', './monitor.cjs', 'main.cjs']],
  },
  {
    name: 'OpenTelemetry, CommonJS, nothing else has loaded http',
    files: { 'monitor.cjs': OTEL, 'main.cjs': "const { useToolkit } = require('./toolkit.cjs');\ninParent(useToolkit);\n" },
    commands: [['node', '-r', './monitor.cjs', 'main.cjs']],
  },
  {
    name: 'OpenTelemetry, ESM with the loader hook',
    files: {
      'monitor.cjs': OTEL,
      'monitor.mjs': `import { register } from 'node:module';
register('@opentelemetry/instrumentation/hook.mjs', import.meta.url);
await import('./monitor.cjs');
`,
      'main.mjs': "import { useToolkit } from './toolkit.mjs';\nawait inParent(useToolkit);\n",
    },
    commands: [['node', '--import', './monitor.mjs', 'main.mjs']],
  },
  {
    name: 'OpenTelemetry, a program that esbuild made one file',
    files: { 'monitor.cjs': OTEL, 'main.mjs': "import { useToolkit } from './toolkit.mjs';\ninParent(useToolkit);\n" },
    commands: [
      ['node', `${MODULES}/esbuild/bin/esbuild`, 'main.mjs', '--bundle', '--platform=node', '--format=cjs', '--outfile=out.cjs'],
      ['node', '-r', './monitor.cjs', 'out.cjs'],
    ],
  },
].map((cell) => ({ ...cell, prints: TRACED, received: carried('traceparent') }));

export const opentelemetry = {
  name: 'opentelemetry',
  says: 'OpenTelemetry',
  dependencies: pinned(
    'express',
    'esbuild',
    '@opentelemetry/api',
    '@opentelemetry/instrumentation',
    '@opentelemetry/instrumentation-http',
    '@opentelemetry/sdk-trace-node',
  ),
  files: FILES,
  cells: otel,
};

/** Sentry: what it would send is kept, and goes nowhere. */
const sentrySetup = (load, name) =>
  `${load}
const envelopes = [];
Sentry.init({
  dsn: 'http://key@127.0.0.1:9/1',
  tracesSampleRate: 1,
  transport: () => ({ send: async (envelope) => (envelopes.push(envelope), {}), flush: async () => true }),
});
globalThis.inParent = async (work) => {
  const line = await Sentry.startSpan({ name: 'parent' }, work);
  await Sentry.flush(2000);
  const transactions = envelopes.flatMap(([, items]) => items).flatMap(([{ type }, event]) => (type === 'transaction' ? [event] : []));
  const parent = transactions.find((one) => one.transaction === 'parent');
  const children = parent.spans.filter((one) => one.op === 'http.client' && one.parent_span_id === parent.contexts.trace.span_id);
  console.log(children.length + ' spans below the parent: ' + line);
  process.exit();
};
`.replaceAll('NAME', name);

const sentryCells = (name, title) =>
  [
    {
      name: `${title}, CommonJS, express loaded`,
      files: {
        'monitor.cjs': sentrySetup("const Sentry = require('NAME');", name),
        'main.cjs': "require('express');\nconst { useToolkit } = require('./toolkit.cjs');\ninParent(useToolkit);\n",
      },
      commands: [['node', '-r', './monitor.cjs', 'main.cjs']],
    },
    {
      name: `${title}, ESM`,
      files: {
        'monitor.mjs': sentrySetup("import * as Sentry from 'NAME';", name),
        'main.mjs': "import { useToolkit } from './toolkit.mjs';\nawait inParent(useToolkit);\n",
      },
      commands: [['node', '--import', './monitor.mjs', 'main.mjs']],
    },
  ].map((cell) => ({ ...cell, prints: TRACED, received: carried('sentry-trace') }));

export const sentry = [8, 9, 10].map((major) => ({
  name: `sentry-${major}`,
  says: `Sentry ${major}`,
  dependencies: pinned(`sentry-${major}`, 'express'),
  files: FILES,
  cells: sentryCells(`sentry-${major}`, `Sentry ${major}`),
}));

/** Agents of vendors, without their servers: they are pointed at a port of this machine where nothing listens, or told not to send. */
export const agents = {
  name: 'agents',
  says: 'Monitors of vendors',
  dependencies: pinned('dd-trace', 'elastic-apm-node', 'newrelic', 'express'),
  files: FILES,
  env: {
    DD_TRACE_AGENT_URL: 'http://127.0.0.1:9',
    DD_INSTRUMENTATION_TELEMETRY_ENABLED: 'false',
    DD_REMOTE_CONFIGURATION_ENABLED: 'false',
    DD_TRACE_STARTUP_LOGS: 'false',
    DD_RUNTIME_METRICS_ENABLED: 'false',
    ELASTIC_APM_SERVER_URL: 'http://127.0.0.1:9',
    ELASTIC_APM_DISABLE_SEND: 'true',
    ELASTIC_APM_CENTRAL_CONFIG: 'false',
    ELASTIC_APM_CLOUD_PROVIDER: 'none',
    ELASTIC_APM_LOG_LEVEL: 'off',
    NEW_RELIC_NO_CONFIG_FILE: 'true',
    NEW_RELIC_APP_NAME: 'matrix',
    NEW_RELIC_LICENSE_KEY: '0'.repeat(40),
    NEW_RELIC_LOG_ENABLED: 'false',
    NEW_RELIC_SERVERLESS_MODE_ENABLED: 'true',
    NEW_RELIC_ACCOUNT_ID: '1',
    NEW_RELIC_PRIMARY_APPLICATION_ID: '1',
    NEW_RELIC_TRUSTED_ACCOUNT_KEY: '1',
    NEW_RELIC_DISTRIBUTED_TRACING_ENABLED: 'true',
  },
  cells: [
    {
      name: 'dd-trace, ESM',
      files: {
        'main.mjs': `import tracer from 'dd-trace';
import { useToolkit } from './toolkit.mjs';
console.log(await tracer.trace('parent', useToolkit));
process.exit();
`,
      },
      commands: [['node', '--import', 'dd-trace/initialize.mjs', 'main.mjs']],
      received: carried('x-datadog-trace-id'),
    },
    {
      name: 'dd-trace, CommonJS',
      files: {
        'main.cjs': `const tracer = require('dd-trace');
require('express');
const { useToolkit } = require('./toolkit.cjs');
tracer.trace('parent', useToolkit).then((line) => {
  console.log(line);
  process.exit();
});
`,
      },
      commands: [['node', '-r', 'dd-trace/init', 'main.cjs']],
      received: carried('x-datadog-trace-id'),
    },
    {
      name: 'Elastic APM, CommonJS',
      files: {
        'main.cjs': `const apm = require('elastic-apm-node');
require('express');
const { useToolkit } = require('./toolkit.cjs');
apm.startTransaction('parent');
useToolkit().then((line) => {
  console.log(line);
  process.exit();
});
`,
      },
      commands: [['node', '-r', 'elastic-apm-node/start', 'main.cjs']],
      received: carried('traceparent'),
    },
    {
      name: 'New Relic, CommonJS',
      files: {
        'main.cjs': `const newrelic = require('newrelic');
require('express');
const { useToolkit } = require('./toolkit.cjs');
newrelic.startBackgroundTransaction('parent', useToolkit).then((line) => {
  console.log(line);
  process.exit();
});
`,
      },
      commands: [['node', '-r', 'newrelic', 'main.cjs']],
      received: carried('traceparent'),
    },
  ],
};
