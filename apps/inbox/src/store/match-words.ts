import { type SQL, sql } from 'drizzle-orm';

/** With fewer digits, a number is as likely a year or a price. */
const MIN_DIGITS = 3;

/**
 * Conversations `c` with the words in their name, in an address (a phone number however it is written), or in a message, where
 * each word has to be the beginning of one.
 */
export function matchesWords(q: string): SQL {
  const like = `%${escapeLike(q)}%`;
  const matches = [sql`c.name ILIKE ${like}`, sql`c.id IN (SELECT conversation_id FROM identities WHERE identity ILIKE ${like})`];
  const digits = q.replace(/\D/g, '');
  if (/^[\d\s()+./-]+$/.test(q) && digits.length >= MIN_DIGITS) {
    matches.push(
      sql`c.id IN (SELECT conversation_id FROM identities WHERE regexp_replace(identity, '\\D', '', 'g') LIKE ${`%${digits}%`})`,
    );
  }
  const words = q.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  if (words.length > 0) {
    // letters and digits only, so nothing in it is an operator
    const query = words.map((word) => `${word}:*`).join(' & ');
    matches.push(sql`c.id IN (SELECT conversation_id FROM messages WHERE to_tsvector('simple', words) @@ to_tsquery('simple', ${query}))`);
  }
  return sql`(${sql.join(matches, sql` OR `)})`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
