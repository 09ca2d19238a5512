/** The text of src/generated/vendor-models.ts. */
export function vendorModels(): string;
