import type { IconName } from '../ui/icons.tsx';

export interface NavigationItem {
  path: string;
  label: string;
  icon: IconName;
  /** A line stands before it. */
  apart?: true;
  /** The key behind `g` that goes there. */
  key?: string;
}

/** The pages of the rail, in their order. */
export const NAVIGATION: readonly NavigationItem[] = [
  { path: '/', label: 'Start', icon: 'start', key: 's' },
  { path: '/apps', label: 'Apps', icon: 'apps', key: 'a' },
  { path: '/keys', label: 'Access keys', icon: 'keys', key: 'k' },
  { path: '/wall', label: 'Handsets', icon: 'wall', key: 'w' },
  { path: '/compose', label: 'Compose', icon: 'compose', key: 'm' },
  { path: '/messages', label: 'Messages', icon: 'messages', apart: true, key: 'n' },
  { path: '/contacts', label: 'Contacts', icon: 'contacts', key: 'o' },
  { path: '/conversations', label: 'Conversations', icon: 'conversations', key: 'v' },
  { path: '/templates', label: 'Templates', icon: 'templates', key: 't' },
  { path: '/callbacks', label: 'Callbacks', icon: 'callbacks', apart: true, key: 'c' },
  { path: '/events', label: 'Events', icon: 'events', key: 'e' },
  { path: '/requests', label: 'Requests', icon: 'requests', key: 'r' },
  { path: '/faults', label: 'Faults', icon: 'faults', apart: true, key: 'f' },
  { path: '/time', label: 'Time', icon: 'time', key: 'i' },
  { path: '/coverage', label: 'Coverage', icon: 'coverage' },
  { path: '/postman', label: 'Postman', icon: 'postman' },
];
