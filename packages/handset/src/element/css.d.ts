// scripts/build-browser-files.mjs puts the bundled style sheet there
declare module '*.css' {
  const text: string;
  export default text;
}
