/** A text for XML: marks escaped, and what XML cannot hold replaced. */
export function escapeXml(text: string): string {
  let escaped = '';
  for (const character of text) escaped += escapeCharacter(character);
  return escaped;
}

function escapeCharacter(character: string): string {
  if (character === '&') return '&amp;';
  if (character === '<') return '&lt;';
  if (character === '>') return '&gt;';
  if (character === '"') return '&quot;';
  const code = character.codePointAt(0) ?? 0;
  const isForbidden =
    code < 0x20 ? code !== 9 && code !== 10 : code === 0x7f || (code >= 0xd800 && code <= 0xdfff) || (code & 0xfffe) === 0xfffe;
  return isForbidden ? '\ufffd' : character;
}
