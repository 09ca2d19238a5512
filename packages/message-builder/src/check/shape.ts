/** A schema of the spec: the name of another one or of a primitive type, or its details. */
export type Shape = string | ShapeDetails;

/** What the generated table says of a value. What is left out does not matter. */
export interface ShapeDetails {
  /** Fields of an object. */
  readonly keys?: { readonly [key: string]: Shape };
  /** Fields that have to be there. */
  readonly needs?: readonly string[];
  /** Fields of which exactly one has to be there. */
  readonly oneOf?: readonly string[];
  /** Fields of which at least one has to be there. */
  readonly anyOf?: readonly string[];
  /** Keys that a map takes. */
  readonly names?: Shape;
  /** Values of a map. */
  readonly values?: Shape;
  /** Longest form as JSON, in UTF-16 units. */
  readonly maxJson?: number;
  /** Field that tells which of the cases an object is. */
  readonly by?: string;
  readonly cases?: { readonly [value: string]: string };
  /** The value may be null instead. */
  readonly orNull?: Shape;
  /** Entries of a list. */
  readonly items?: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly string[];
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  /** In code points. */
  readonly maxLength?: number;
  /** Least and most of a number. */
  readonly min?: number;
  readonly max?: number;
  readonly minSeconds?: number;
  readonly maxSeconds?: number;
}
