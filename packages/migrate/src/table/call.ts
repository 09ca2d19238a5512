/** A method by its resource: `messages.send`. */
export interface MethodName {
  resource: string;
  method: string;
}

/** What a list gives: the key of its items in our page, the type of an item, the type of our page. */
export interface ListResult {
  items: string;
  item: string;
  page: string;
}

/** One operation of the API as the vendor's SDK and as our client call it. */
export interface Call {
  /** Id of the operation in the vendor's OpenAPI document. */
  operation: string;
  vendor: MethodName;
  ours: MethodName;
  /** Name of the vendor's type of the one argument. */
  data: string;
  /** Keys of that argument that are in the path, in the order of our arguments. */
  path: readonly string[];
  /** Key of that argument that holds the body, and our type of the body. */
  body: { key: string; type: string } | undefined;
  /** Path parameter that our body holds, too, as `id`; the vendor's has it in the path alone. */
  idInBody: string | undefined;
  /** Keys of that argument that go into the query. */
  query: readonly string[];
  /** Those of them that the vendor takes as `Date`. */
  dates: readonly string[];
  /** Our type of what comes back; absent where nothing does. */
  result: string | undefined;
  list: ListResult | undefined;
  /** The vendor's methods that do the same for one kind of message or event. */
  variants: readonly { method: string; data: string; bodyType: string }[];
}

interface CallParts {
  data: string;
  path?: string[];
  body?: [key: string, type: string];
  idInBody?: string;
  query?: string[];
  dates?: string[];
  result?: string;
  list?: [items: string, item: string, page: string];
  variants?: { method: string; data: string; bodyType: string }[];
}

/** A row of the table, with what it leaves out. */
export function call(operation: string, vendor: string, ours: string, parts: CallParts): Call {
  const { data, path = [], body, query = [], dates = [], list, variants = [] } = parts;
  return {
    operation,
    vendor: toMethodName(vendor),
    ours: toMethodName(ours),
    data,
    path,
    body: body && { key: body[0], type: body[1] },
    idInBody: parts.idInBody,
    query,
    dates,
    result: parts.result,
    list: list && { items: list[0], item: list[1], page: list[2] },
    variants,
  };
}

function toMethodName(name: string): MethodName {
  const [resource = '', method = ''] = name.split('.');
  return { resource, method };
}
