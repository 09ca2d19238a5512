/** What a saved reply can name. */
export interface Placeholders {
  contact: { name: string; address: string };
  agent: { name: string };
}

/** Puts names in for `{contact.name}`, `{contact.address}` and `{agent.name}`; other braces stay as they are. */
export function fillPlaceholders(text: string, { contact, agent }: Placeholders): string {
  const values: Readonly<Record<string, string>> = {
    '{contact.name}': contact.name,
    '{contact.address}': contact.address,
    '{agent.name}': agent.name,
  };
  return text.replace(/\{(?:contact\.name|contact\.address|agent\.name)\}/g, (placeholder) => values[placeholder] ?? placeholder);
}
