/** A text for XML: marks escaped, and what XML cannot hold replaced. */
export function escapeXml(text: string): string {
  return SPECIAL.test(text) ? text.replace(EACH_SPECIAL, escapeCharacter) : text;
}

// With the flag u, halves of characters that stand alone are found, and whole ones are left.
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
const SPECIAL = /[&<>"\0-\x08\x0b-\x1f\x7f\p{Cs}\p{Noncharacter_Code_Point}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
const EACH_SPECIAL = /[&<>"\0-\x08\x0b-\x1f\x7f\p{Cs}\p{Noncharacter_Code_Point}]/gu;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeCharacter(character: string): string {
  return ESCAPES[character] ?? '\ufffd';
}
