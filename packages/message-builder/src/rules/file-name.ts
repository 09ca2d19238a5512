/** Longest extension: a longer tail is rather a name with a dot in it. */
const LONGEST = 5;

/** What the address of a file tells of it. */
export interface FileName {
  /** What stands behind the last slash; empty when the address has no path. */
  readonly name: string;
  /** In small letters and without its dot; empty when there is none. */
  readonly extension: string;
}

const NO_NAME: FileName = { name: '', extension: '' };

/** The last one that was read: a message is looked at for one channel after the other. */
let last: { url: string; fileName: FileName } = { url: '', fileName: NO_NAME };

/** The file that a URL names. */
export function fileNameOf(url: string): FileName {
  if (url !== last.url) last = { url, fileName: readFileName(pathOf(url)) };
  return last.fileName;
}

/** The extension of the file that a URL names, in small letters; empty when it names none. */
export function extensionOf(url: string): string {
  return fileNameOf(url).extension;
}

function readFileName(path: string): FileName {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const length = name.length - dot - 1;
  return { name, extension: dot >= 0 && length > 0 && length <= LONGEST ? name.slice(dot + 1).toLowerCase() : '' };
}

/** What stands before the query and the fragment, and behind the host. */
function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  const scheme = url.indexOf('://');
  const start = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
  return start < 0 || (end >= 0 && start >= end) ? '' : url.slice(start, end < 0 ? undefined : end);
}
