import { isPhoneNumber } from './identities.ts';

/** The lists on which an identity can be, with the type of content that each stops; the first stops everything. */
const LISTS: readonly (readonly [list: OptOutList, contentType: string | undefined])[] = [
  ['OPT_OUT_ALL', undefined],
  ['OPT_OUT_MARKETING', 'CONTENT_MARKETING'],
  ['OPT_OUT_NOTIFICATION', 'CONTENT_NOTIFICATION'],
];

/** A list of identities that do not want messages. */
export type OptOutList = 'OPT_OUT_ALL' | 'OPT_OUT_MARKETING' | 'OPT_OUT_NOTIFICATION';

/** Is an identity on a list that stops messages with this type of content? `isOn` says whether it is on a list. */
export function isStopped(contentType: unknown, isOn: (list: OptOutList) => boolean): boolean {
  return LISTS.some(([list, stopped]) => (stopped === undefined || stopped === contentType) && isOn(list));
}

/** An identity as it stands on a list: of what looks like a phone number only the digits, whichever channel it is for. */
export function toConsentIdentity(identity: string): string {
  return isPhoneNumber(identity) ? identity.replace(/\D/g, '') : identity;
}
