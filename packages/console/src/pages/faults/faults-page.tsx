import type { JSX } from 'preact';
import { useConsole } from '../../state/console.ts';
import type { FaultRule } from '../../state/wire.ts';
import { Check } from '../../ui/field.tsx';
import { Badge, Empty, PageHead } from '../../ui/parts.tsx';
import { ChannelMatrix } from './channel-matrix.tsx';
import { FiredList } from './fired-list.tsx';
import { MagicNumbers } from './magic-numbers.tsx';
import { isSameRule, QUICK_FAULTS, type Rule } from './quick-faults.ts';
import { RuleForm } from './rule-form.tsx';

/** What goes wrong on purpose. */
export function FaultsPage(): JSX.Element {
  const { api, store, toasts } = useConsole();
  const rules = store.faults.value;
  const add = async (rule: Rule): Promise<string | undefined> => {
    const answer = await api.control<FaultRule>('POST', '/faults', rule);
    return answer.ok ? undefined : answer.message;
  };
  const remove = async ({ id }: FaultRule): Promise<void> => {
    const answer = await api.control('DELETE', `/faults/${encodeURIComponent(id)}`);
    if (!answer.ok) toasts.fail(answer.message);
  };
  return (
    <div class="page stack">
      <PageHead title="Faults" about="Make the service fail on purpose, and see what your program does." />
      <div class="grid-two">
        <div class="stack">
          <section class="card stack-s" aria-labelledby="switches">
            <h2 id="switches">Switches</h2>
            {QUICK_FAULTS.map(({ name, about, rule }) => {
              const present = rules.find((known) => isSameRule(known, rule));
              return (
                <Check
                  key={name}
                  label={name}
                  hint={about}
                  checked={present !== undefined}
                  onInput={async (checked) => {
                    if (!checked && present) return remove(present);
                    const problem = await add(rule);
                    if (problem) toasts.fail(problem);
                  }}
                />
              );
            })}
          </section>
          <RuleForm onAdd={add} />
          <ChannelMatrix />
        </div>
        <div class="stack">
          <section class="card flush" aria-labelledby="rules">
            <h2 id="rules" class="card-head">
              Rules that are on
            </h2>
            {rules.length === 0 ? (
              <Empty title="Nothing goes wrong" />
            ) : (
              <ul class="sortable">
                {rules.map((rule) => (
                  <li key={rule.id}>
                    <span class="grow stack-s">
                      <code class="break">{JSON.stringify(rule.effect)}</code>
                      {rule.match && <code class="break soft">when {JSON.stringify(rule.match)}</code>}
                      <span class="row">
                        <Badge tone={rule.fired > 0 ? 'warn' : 'plain'}>struck {rule.fired} times</Badge>
                        <span class="soft small">of {rule.seen} that fitted</span>
                      </span>
                    </span>
                    <button
                      type="button"
                      class="button small danger"
                      aria-label={`Remove ${JSON.stringify(rule.effect)}`}
                      onClick={() => remove(rule)}
                    >
                      Remove
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <FiredList />
          <MagicNumbers />
        </div>
      </div>
    </div>
  );
}
