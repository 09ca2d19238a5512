/** Throws where a text is not the XML that pictures are made of: balanced elements, quoted attributes, escaped text. */
export function refuseBadXml(xml: string): void {
  const open: string[] = [];
  const token = /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>|([^<>]+)/gy;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const found = token.exec(xml);
    if (!found) throw new Error(`No XML at ${at}: ${xml.slice(at, at + 60)}`);
    const [, closing, name = '', attributes = '', empty, words = ''] = found;
    refuseBadText(attributes + words);
    if (name !== '' && closing === '/' && open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    if (name !== '' && closing === '' && empty === '') open.push(name);
  }
  if (open.length > 0) throw new Error(`<${open.join('> <')}> is not closed`);
}

function refuseBadText(text: string): void {
  if (/&(?!(?:amp|lt|gt|quot);)/.test(text)) throw new Error(`A bare & in: ${text}`);
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if ((code < 0x20 && code !== 10) || (code >= 0xd800 && code <= 0xdfff) || code === 0xffff)
      throw new Error(`No character of XML: ${code}`);
  }
}
