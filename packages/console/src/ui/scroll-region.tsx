import type { ComponentChildren, JSX } from 'preact';

interface ScrollRegionProps {
  label: string;
  class?: string;
  children: ComponentChildren;
}

/** A part of the page that scrolls by itself. It can be reached by keyboard, so that it can be scrolled. */
export function ScrollRegion({ label, class: className = 'table-scroll', children }: ScrollRegionProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section class={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

/** Text of a program or of a body. */
export function Code({ label, text }: { label: string; text: string }): JSX.Element {
  return (
    <ScrollRegion label={label} class="code">
      <pre>{text}</pre>
    </ScrollRegion>
  );
}
