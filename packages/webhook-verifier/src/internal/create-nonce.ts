const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID, as the service uses: 10 characters of time, 16 of chance. */
export function createNonce(at: number, random: () => number): string {
  let time = '';
  for (let rest = at, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = ALPHABET.charAt(rest % 32) + time;
  let chance = '';
  for (let i = 0; i < 16; i++) chance += ALPHABET.charAt(Math.floor(random() * 32));
  return time + chance;
}
