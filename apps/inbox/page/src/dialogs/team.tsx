import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Agent, NewAgentResult, Role } from '../../../src/api/contract.ts';
import { useDesk, useSession } from '../state/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Badge, Problem } from '../ui/parts.tsx';

const ROLES = [
  { value: 'agent', label: 'Agent' },
  { value: 'admin', label: 'Admin' },
];

const NOBODY = { name: '', email: '', role: 'agent' as Role };

/** Everybody who works here. Admins add people, and let them go. */
export function TeamDialog({ onClose }: { onClose(): void }): JSX.Element {
  const { api, team } = useDesk();
  const { agent } = useSession();
  const added = useSignal(NOBODY);
  const link = useSignal<NewAgentResult | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const isAdmin = agent.role === 'admin';
  const add = async (): Promise<void> => {
    const answer = await api.call<NewAgentResult>('POST', '/team', added.value);
    problem.value = answer.ok ? undefined : answer.problem.detail;
    if (!answer.ok) return;
    link.value = answer.data;
    added.value = NOBODY;
  };
  const setActive = async (person: Agent): Promise<void> => {
    const answer = await api.call<Agent>('PATCH', `/team/${encodeURIComponent(person.id)}`, { active: !person.active });
    problem.value = answer.ok ? undefined : answer.problem.detail;
  };
  return (
    <Dialog
      title="Team"
      onClose={onClose}
      {...(isAdmin ? { onSubmit: () => void add() } : {})}
      foot={
        isAdmin && (
          <button type="submit" class="button main-action">
            Add
          </button>
        )
      }
    >
      <ul class="reply-admin">
        {team.value.map((person) => (
          <li key={person.id}>
            <span class="grow">
              <b>{person.name}</b> <span class="soft">{person.email}</span>
            </span>
            {person.role === 'admin' && <Badge tone="accent">Admin</Badge>}
            {!person.active && <Badge>Has left</Badge>}
            {isAdmin && person.id !== agent.id && (
              <button
                type="button"
                class="button small"
                aria-label={`${person.active ? 'Let go' : 'Take back'} ${person.name}`}
                onClick={() => void setActive(person)}
              >
                {person.active ? 'Let go' : 'Take back'}
              </button>
            )}
          </li>
        ))}
      </ul>
      {link.value && (
        <p class="good-box" role="status">
          {`Give this link to ${link.value.agent.name}: it signs in once, within 24 hours. `}
          <code class="break">{link.value.signInUrl}</code>
        </p>
      )}
      {isAdmin && (
        <>
          <h3>Somebody new</h3>
          <TextField
            label="Name"
            required
            value={added.value.name}
            onInput={(name) => {
              added.value = { ...added.value, name };
            }}
          />
          <TextField
            label="E-mail"
            type="email"
            required
            value={added.value.email}
            onInput={(email) => {
              added.value = { ...added.value, email };
            }}
          />
          <SelectField
            label="Role"
            value={added.value.role}
            options={ROLES}
            onInput={(role) => {
              added.value = { ...added.value, role: role as Role };
            }}
          />
        </>
      )}
      <Problem message={problem.value} />
    </Dialog>
  );
}
