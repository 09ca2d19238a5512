import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  children: (props: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }) => JSX.Element;
}

/** A control with its label, its hint and what is wrong with its value. */
export function Field({ label, hint, problem, children }: FieldProps): JSX.Element {
  const id = useId();
  const about = `${id}-about`;
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': hint || problem ? about : undefined, 'aria-invalid': problem !== undefined })}
      {(hint || problem) && (
        <span id={about} class={problem ? 'problem' : 'hint'}>
          {problem ?? hint}
        </span>
      )}
    </div>
  );
}

interface TextFieldProps {
  label: string;
  value: string;
  onInput(value: string): void;
  hint?: string | undefined;
  problem?: string | undefined;
  type?: 'text' | 'url' | 'password' | 'email' | 'tel' | 'search';
  autocomplete?: 'off' | 'username' | 'current-password' | 'new-password';
  required?: boolean;
  placeholder?: string;
  maxLength?: number;
  autoFocus?: boolean;
}

export function TextField({
  label,
  value,
  onInput,
  hint,
  problem,
  autoFocus,
  type = 'text',
  autocomplete = 'off',
  ...rest
}: TextFieldProps): JSX.Element {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(props) => (
        <input
          {...props}
          {...rest}
          // Preact types each type of input apart
          type={type as 'text'}
          value={value}
          autocomplete={autocomplete}
          spellcheck={false}
          autofocus={autoFocus ?? false}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface SelectFieldProps {
  label: string;
  value: string;
  options: readonly (string | { value: string; label: string })[];
  onInput(value: string): void;
  hint?: string | undefined;
}

export function SelectField({ label, value, options, onInput, hint }: SelectFieldProps): JSX.Element {
  return (
    <Field label={label} hint={hint}>
      {(props) => (
        <select {...props} value={value} onInput={(event) => onInput(event.currentTarget.value)}>
          {options.map((option) => {
            const { value: optionValue, label: text } = typeof option === 'string' ? { value: option, label: option } : option;
            return (
              <option key={optionValue} value={optionValue} selected={optionValue === value}>
                {text}
              </option>
            );
          })}
        </select>
      )}
    </Field>
  );
}

interface CheckProps {
  label: string;
  checked: boolean;
  onInput(checked: boolean): void;
  hint?: string | undefined;
  disabled?: boolean;
}

export function Check({ label, checked, onInput, hint, disabled = false }: CheckProps): JSX.Element {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} disabled={disabled} onInput={(event) => onInput(event.currentTarget.checked)} />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  );
}
