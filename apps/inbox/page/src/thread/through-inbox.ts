/** Files come through the inbox: the browser asks no stranger's server for anything. */
export function throughInbox({ url }: { url: string }): string {
  return `/api/media?url=${encodeURIComponent(url)}`;
}
