import type { JSX } from 'preact';
import { Badge } from '../../ui/parts.tsx';

export function StatusBadge({ status }: { status: number }): JSX.Element {
  return <Badge tone={status < 300 ? 'good' : status < 500 ? 'warn' : 'bad'}>{status}</Badge>;
}
