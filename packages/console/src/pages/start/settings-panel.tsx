import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Overview } from '../../state/wire.ts';
import { Copy } from '../../ui/copy.tsx';
import { Code } from '../../ui/scroll-region.tsx';

const FORMS = ['.env', 'bash', 'PowerShell', 'TypeScript', 'curl'] as const;

type Form = (typeof FORMS)[number];

/** The settings that a program needs, in the form that it reads. The secret of the first key is the one that the command printed. */
export function SettingsPanel({ overview }: { overview: Overview }): JSX.Element {
  const form = useSignal<Form>('.env');
  const text = toText(overview, form.value);
  return (
    <div class="code-panel">
      <div class="code-tabs">
        {FORMS.map((name) => (
          <button
            key={name}
            type="button"
            class="button small quiet"
            aria-pressed={form.value === name}
            onClick={() => {
              form.value = name;
            }}
          >
            {name}
          </button>
        ))}
        <span class="grow" />
        <Copy text={text} what="settings" />
      </div>
      <Code label={`Settings as ${form.value}`} text={text} />
    </div>
  );
}

function toText({ project_id: projectId, key_id: keyId, token_url: tokenUrl, region }: Overview, form: Form): string {
  const variables: [string, string][] = [
    ['SINCH_PROJECT_ID', projectId],
    ['SINCH_KEY_ID', keyId],
    ['SINCH_KEY_SECRET', 'the secret that the command printed'],
    ['SINCH_REGION', region],
    ['CONVAPI_BASE_URL', location.origin],
    ['CONVAPI_TOKEN_URL', tokenUrl],
  ];
  if (form === '.env') return variables.map(([name, value]) => `${name}="${value}"`).join('\n');
  if (form === 'bash') return variables.map(([name, value]) => `export ${name}="${value}"`).join('\n');
  if (form === 'PowerShell') return variables.map(([name, value]) => `$env:${name} = "${value}"`).join('\n');
  if (form === 'curl') {
    return `TOKEN=$(curl -s -u "${keyId}:$SINCH_KEY_SECRET" -d grant_type=client_credentials ${tokenUrl} \\
  | node -p 'JSON.parse(require("fs").readFileSync(0)).access_token')
curl -H "Authorization: Bearer $TOKEN" ${location.origin}/${region}/v1/projects/${projectId}/apps`;
  }
  return `import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';

const conversation = createConversationClient({
  projectId: '${projectId}',
  region: '${region}',
  baseUrl: '${location.origin}',
  auth: clientCredentials({
    keyId: '${keyId}',
    keySecret: process.env.SINCH_KEY_SECRET,
    tokenUrl: '${tokenUrl}',
  }),
});`;
}
