// Puts beside the code what the emulator serves: the Postman collection with the variables that it fills in, and the console where that was built.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

const read = (name) => JSON.parse(readFileSync(new URL(`../../../postman/${name}.json`, import.meta.url), 'utf8'));
const collection = read('convapi.postman_collection');
const environment = read('emulator.postman_environment').values;
writeFileSync('dist/postman.json', JSON.stringify({ collection, environment }));

const built = new URL('../../console/dist', import.meta.url);
if (existsSync(built)) cpSync(built, 'dist/console', { recursive: true });
