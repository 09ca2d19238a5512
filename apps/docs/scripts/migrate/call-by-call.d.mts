/** What the vendor's calls of the page stand in. */
export const VENDOR_HEAD: string;
/** The page that shows every call of the vendor's beside ours. */
export function callByCall(): string;
/** What the codemod makes of the vendor's calls, by operation. */
export function rewriteTasks(): Map<string, string>;
