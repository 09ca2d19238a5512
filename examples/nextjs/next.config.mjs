/** The folder of this project, whatever lies above it. */
export default { turbopack: { root: import.meta.dirname } };
