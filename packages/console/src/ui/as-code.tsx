import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { type ApiCall, toCurl, toTypeScript } from '../state/api-call.ts';
import { Copy } from './copy.tsx';
import { Code } from './scroll-region.tsx';

/** The call that a form makes, as a program and as a command. */
export function AsCode({ call }: { call: ApiCall }): JSX.Element {
  const form = useSignal<'TypeScript' | 'curl'>('TypeScript');
  const text = form.value === 'curl' ? toCurl(call) : toTypeScript(call);
  return (
    <details class="code-panel">
      <summary>As code</summary>
      <div class="code-tabs">
        {(['TypeScript', 'curl'] as const).map((name) => (
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
        <Copy text={text} what={`the call as ${form.value}`} />
      </div>
      <Code label={`The call as ${form.value}`} text={text} />
    </details>
  );
}
