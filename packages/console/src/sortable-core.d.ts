declare module 'sortablejs/modular/sortable.core.esm.js' {
  import type Sortable from 'sortablejs';

  const core: typeof Sortable;
  export default core;
}
