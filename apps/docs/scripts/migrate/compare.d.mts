export interface ResultTable {
  rows: { subject: string; value: string; ratio: number | undefined }[];
  date: string;
  isMore: boolean;
  isLess: boolean;
}
/** The page that compares, from the text of the results. */
export function compare(text?: string): string;
export function readTable(text: string, begin: string): ResultTable;
