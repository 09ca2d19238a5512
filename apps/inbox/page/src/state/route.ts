import { type ReadonlySignal, signal } from '@preact/signals';

/** What is open: a conversation, or none. */
export interface Route {
  conversationId: string | undefined;
}

export interface Router {
  route: ReadonlySignal<Route>;
  /** Opens a conversation, or the list. */
  open(conversationId: string | undefined, options?: { replace?: boolean }): void;
}

/** Ids stand after the `#`: the server has one page, and they come into no log of a proxy. */
export function createRouter(): Router {
  const route = signal(readRoute(location.hash));
  addEventListener('hashchange', () => {
    route.value = readRoute(location.hash);
  });
  return {
    route,
    open(conversationId, { replace = false } = {}) {
      const address = conversationId === undefined ? '#/' : hrefOf(conversationId);
      if (replace) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
      route.value = { conversationId };
    },
  };
}

export function hrefOf(conversationId: string): string {
  return `#/c/${encodeURIComponent(conversationId)}`;
}

function readRoute(hash: string): Route {
  const [, id = ''] = /^#\/c\/(.+)$/.exec(hash) ?? [];
  if (id === '') return { conversationId: undefined };
  try {
    return { conversationId: decodeURIComponent(id) };
  } catch {
    // a person may type anything behind the #
    return { conversationId: id };
  }
}
