import type { RenderedMedia } from '@convapi/message-builder';

const SECONDS_PER_MINUTE = 60;
const BYTES_PER_KILOBYTE = 1000;
const BYTES_PER_MEGABYTE = 1_000_000;

/** `PDF · 1.2 MB`, `0:34`: what is known of a file, in short. */
export function sizeText({ media, fileName, bytes, durationSeconds }: RenderedMedia): string {
  const ending = /\.([a-z\d]{1,5})$/i.exec(fileName)?.[1]?.toUpperCase();
  const facts = [
    media === 'document' || media === 'unknown' ? ending : undefined,
    durationSeconds === undefined ? undefined : lengthText(durationSeconds),
    bytes === undefined ? undefined : bytesText(bytes),
  ];
  return facts.filter((fact) => fact !== undefined).join(' · ');
}

function lengthText(seconds: number): string {
  return `${Math.floor(seconds / SECONDS_PER_MINUTE)}:${String(Math.floor(seconds % SECONDS_PER_MINUTE)).padStart(2, '0')}`;
}

function bytesText(bytes: number): string {
  return bytes < BYTES_PER_MEGABYTE
    ? `${Math.max(1, Math.round(bytes / BYTES_PER_KILOBYTE))} kB`
    : `${(bytes / BYTES_PER_MEGABYTE).toFixed(1)} MB`;
}
