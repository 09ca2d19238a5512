import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Upload } from '../../../../src/api/contract.ts';
import { useDesk, useSession } from '../../state/desk.ts';
import { TextField } from '../../ui/field.tsx';
import type { KindFieldsProps } from '../kind-fields-props.ts';

const MIB = 1_048_576;

/** A file by its address, or one of this machine, which is put where the channels can fetch it. */
export function MediaFields({ composer, problemAt }: KindFieldsProps): JSX.Element {
  const desk = useDesk();
  const { maxUploadBytes, uploadsArePublic } = useSession();
  const state = useSignal<'idle' | 'busy'>('idle');
  const problem = useSignal<string | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const { media } = composer.draft.value;
  const upload = async (file: File): Promise<void> => {
    problem.value = undefined;
    if (file.size > maxUploadBytes) {
      problem.value = `${file.name} has ${inMib(file.size)} MB; at most ${inMib(maxUploadBytes)} MB are taken.`;
      return;
    }
    state.value = 'busy';
    const answer = await desk.api.upload<Upload>(`/uploads?name=${encodeURIComponent(file.name)}`, file);
    state.value = 'idle';
    if (answer.ok) composer.change({ media: { url: answer.data.url, name: answer.data.name } });
    else problem.value = `${file.name}: ${answer.problem.detail}`;
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <TextField
        label="Address of the file"
        type="url"
        placeholder="https://"
        value={media.url}
        problem={problemAt('media.url', 'media_message')}
        onInput={(url) => composer.change({ media: { ...media, url } })}
      />
      <label class="field">
        <span class="label">Or a file of this machine</span>
        <input
          ref={input}
          type="file"
          disabled={state.value === 'busy'}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void upload(file);
          }}
        />
        <span class={problem.value === undefined ? 'hint' : 'problem'} role="status">
          {problem.value ??
            (state.value === 'busy'
              ? 'Uploading…'
              : uploadsArePublic
                ? `Up to ${inMib(maxUploadBytes)} MB.`
                : 'This inbox has no public address: the channels cannot fetch files from it. Give a link instead.')}
        </span>
      </label>
      <TextField
        label="Name of the file (optional)"
        value={media.name}
        onInput={(name) => composer.change({ media: { ...media, name } })}
      />
    </>
  );
}

function inMib(bytes: number): string {
  return (bytes / MIB).toFixed(1).replace(/\.0$/, '');
}
