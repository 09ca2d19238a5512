/** A stretch of a text in one look. The spans of a text in a row are the text without its marks; looks that lie in each other add up. */
export interface TextSpan {
  text: string;
  bold?: true;
  italic?: true;
  strike?: true;
  mono?: true;
  /** Web address that it leads to. */
  link?: string;
}

/** The looks of a part's texts, by the name of the field. A text without an entry is plain: draw it as it is. */
export type Spans<Field extends string> = { [Key in Field]?: TextSpan[] };
