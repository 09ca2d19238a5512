declare module 'virtual:spec' {
  export const CREDENTIAL_FORMS: Record<string, import('../scripts/spec-plugin.ts').CredentialForm>;
  export const TRIGGERS: readonly string[];
}
