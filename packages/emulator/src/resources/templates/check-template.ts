import type { FieldViolation, V2Template } from '@convapi/core';
import { invalid } from '../../operations/index.ts';

/** @throws {@link Refusal} 400 for a default language that is missing and for a translation that is there twice */
export function checkTemplate({ default_translation: wanted, translations }: V2Template): void {
  const violations: FieldViolation[] = [];
  if (!translations.some((one) => one.language_code === wanted)) {
    violations.push({ field: 'default_translation', description: `is ${wanted}, and there is no such translation` });
  }
  const seen = new Set<string>();
  translations.forEach(({ language_code: code, version = '' }, index) => {
    const key = `${code} ${version}`;
    if (seen.has(key)) violations.push({ field: `translations[${index}]`, description: `repeats ${code}` });
    seen.add(key);
  });
  if (violations.length > 0) throw invalid(violations);
}
