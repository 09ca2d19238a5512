type Child = Node | string | undefined;

/** An element with a class and children. Text only ever becomes text: messages come from strangers. */
export function el<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string, ...children: Child[]): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** An element of the page by its id. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}.`);
  return element as T;
}

/** A link out, or the text alone when the address does not lead to a web page: `javascript:` and the like never become links. */
export function linkTo(url: string, text: string, className = ''): HTMLElement {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return el('span', className, text);
  const link = el('a', className, text);
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener noreferrer nofollow';
  return link;
}
