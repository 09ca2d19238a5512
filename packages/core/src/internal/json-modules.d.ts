// The documents as any object: their own types would be as large as they are, and nobody needs them.
declare module '*.json' {
  const value: object;
  export default value;
}
