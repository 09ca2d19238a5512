import { ACCESS_CLAIMS } from './access.ts';
import { APP_CLAIMS, CONTACT_CLAIMS, CONVERSATION_CLAIMS } from './apps-and-contacts.ts';
import { CALLBACK_CLAIMS, OTHER_CLAIMS } from './callbacks.ts';
import type { Claim, ClaimBasis, ClaimLevel } from './claim.ts';
import { MESSAGE_CLAIMS, SENDING_CLAIMS } from './messages.ts';

/** Something that the service does, or is taken to do. */
export interface CoveredBehaviour {
  section: string;
  claim: string;
  basis: ClaimBasis;
  level: ClaimLevel;
  /** File and title of the test that shows it; none where there is nothing to show. */
  shownBy: string | undefined;
}

const SECTIONS: Readonly<Record<string, readonly Claim[]>> = {
  'Access, regions, limits': ACCESS_CLAIMS,
  Apps: APP_CLAIMS,
  Contacts: CONTACT_CLAIMS,
  Conversations: CONVERSATION_CLAIMS,
  Sending: SENDING_CLAIMS,
  Messages: MESSAGE_CLAIMS,
  Webhooks: CALLBACK_CLAIMS,
  'Events, capability, templates, batches': OTHER_CLAIMS,
};

/** Each behaviour of the service that is known or guessed, and how near the emulator is to it. */
export function behaviourCoverage(): CoveredBehaviour[] {
  return Object.entries(SECTIONS).flatMap(([section, claims]) =>
    claims.map(([level, basis, claim, shownBy]) => ({ section, claim, basis, level, shownBy })),
  );
}

/** The table of the documentation. */
export function behaviourTable(): string {
  const rows = behaviourCoverage().map(({ section, claim, basis, level }) => `| ${section} | ${claim} | ${basis} | ${level} |`);
  return ['| | behaviour | basis | |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
