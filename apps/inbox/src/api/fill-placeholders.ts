/** What the placeholders of a saved reply stand for. */
export interface PlaceholderValues {
  'contact.name': string;
  'contact.address': string;
  'agent.name': string;
}

/** A saved reply with its placeholders filled in. What is no placeholder stays as it is; what has no value becomes empty. */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  return text.replace(/\{([a-z.]+)\}/g, (all, name: string) =>
    Object.hasOwn(values, name) ? values[name as keyof PlaceholderValues] : all,
  );
}
