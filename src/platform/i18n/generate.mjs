// Writes messages.generated.ts from messages/fr.json. Options: --check fails when it is stale; --missing lists the keys
// that have no Tamazight and are not accepted as such in messages/zgh.review.json.
// oxlint-disable-next-line boundaries/dependencies -- a tool run by hand and by the build, imported by nothing
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const messages = new URL('../../../messages/', import.meta.url);
const target = new URL('./messages.generated.ts', import.meta.url);
const head =
	'// Written by generate.mjs from messages/fr.json: do not edit. The keys whose text needs parameters, and which.\n';

const read = (name) => JSON.parse(readFileSync(new URL(name, messages), 'utf8'));

/** Parameter names of a text or of all the texts of a plural. */
const parametersOf = (texts) => {
	const found = texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
	return [...new Set(found)].sort();
};

const typeOf = (entry) => {
	const plural = typeof entry !== 'string';
	const names = parametersOf(plural ? Object.values(entry) : [entry]).filter((name) => !plural || name !== 'count');
	const fields = [...(plural ? ['count: number'] : []), ...names.map((name) => `${name}: string | number`)];
	return fields.length === 0 ? null : `{ ${fields.join('; ')} }`;
};

const generate = (catalogue) => {
	const lines = Object.keys(catalogue)
		.sort()
		.map((key) => [key, typeOf(catalogue[key])])
		.filter(([, type]) => type !== null)
		.map(([key, type]) => `\t'${key}': ${type};\n`);
	return `${head}export interface Filled {\n${lines.join('')}}\n`;
};

const wanted = generate(read('fr.json'));
const fail = (text) => {
	console.error(text);
	process.exitCode = 1;
};

if (process.argv.includes('--missing')) {
	const [zgh, review] = [read('zgh.json'), read('zgh.review.json')];
	const missing = Object.keys(read('fr.json')).filter((key) => !(key in zgh) && !review.fallback.includes(key));
	for (const key of missing) console.log(key);
	process.exitCode = missing.length > 0 ? 1 : 0;
} else if (process.argv.includes('--check')) {
	const current = existsSync(target) ? readFileSync(target, 'utf8') : '';
	if (current !== wanted) fail('messages.generated.ts is stale: run node src/platform/i18n/generate.mjs');
} else {
	writeFileSync(target, wanted);
}
