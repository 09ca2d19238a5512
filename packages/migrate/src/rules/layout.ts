import { ts } from 'ts-morph';

/** White space that the line of a position starts with. */
export function indentOf(source: ts.SourceFile, position: number): string {
  const lineStart = source.text.lastIndexOf('\n', position - 1) + 1;
  return /^[ \t]*/.exec(source.text.slice(lineStart, position))?.[0] ?? '';
}

/** The text of a node with its further lines moved to the left; texts of several lines in it forbid that. */
export function dedent(text: string, node: ts.Node, columns: number): string {
  if (columns <= 0 || holdsLongText(node)) return text;
  return text.replace(new RegExp(`\n[ \\t]{1,${columns}}`, 'g'), '\n');
}

function holdsLongText(node: ts.Node): boolean {
  const isTemplate = ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node);
  if (isTemplate && node.getText().includes('\n')) return true;
  return ts.forEachChild(node, (child) => holdsLongText(child) || undefined) ?? false;
}
