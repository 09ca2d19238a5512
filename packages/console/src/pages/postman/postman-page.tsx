import type { JSX } from 'preact';
import { useConsole } from '../../state/console.ts';
import { PageHead } from '../../ui/parts.tsx';

/** The collection of all operations, with the values of this emulator filled in. */
export function PostmanPage(): JSX.Element {
  const { place } = useConsole();
  return (
    <div class="page stack">
      <PageHead title="Postman" about="Every operation of the API, with the values of this emulator filled in." />
      <section class="card stack" aria-label="Collection">
        <ol class="stack-s plain-list">
          <li>1. Save the collection.</li>
          <li>2. In Postman choose Import, and take the file.</li>
          <li>3. Run its folder from top to bottom, or open one request and press Send: the token is fetched by the collection.</li>
        </ol>
        <div class="row">
          <a class="button main-action" href={`${place.control}/postman.json`} download="convapi-emulator.postman_collection.json">
            Save the collection
          </a>
        </div>
      </section>
    </div>
  );
}
