// The API's documentation page: the same document the machines get, flattened into lines people read.
import { installation } from '#platform/server/installation.ts';
import { type DocumentedOperation, openApiDocument, type Parameter } from './document.ts';
import type { JsonSchema } from './json-schema.ts';
import { keptOut, type WhyNot } from './kept-out.ts';
import { operationsOf } from './operations.ts';
import { type WhoMay, whoMay } from './who-may.ts';

export interface Line {
	name: string;
	/** Where it goes: path, query, header, body. */
	place: Parameter['in'] | 'body';
	required: boolean;
	/** Its type and bounds in a few code words: `string`, `"ar" | "fr"`, `integer 1…100`. */
	kind: string;
}

export interface Documented {
	id: string;
	room: string;
	method: 'GET' | 'POST';
	path: string;
	about: string;
	/** Null for reads, which are everybody's. */
	who: WhoMay | null;
	lines: Line[];
	/** A command for a terminal. */
	example: string;
}

/** A schema in a few words. */
export function kindOf(schema: JsonSchema): string {
	if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
	if (schema.anyOf) return [...new Set(schema.anyOf.map(kindOf))].join(' | ');
	if (schema.pattern?.startsWith('^[0-9a-f]{8}')) return 'id';
	if (schema.type === 'array') return `${kindOf(schema.items ?? {})}[]`;
	if (schema.type === 'object') {
		if (!schema.properties)
			return `{ ${kindOf(schema.propertyNames ?? { type: 'string' })}: ${typeof schema.additionalProperties === 'object' ? kindOf(schema.additionalProperties) : '…'} }`;
		return `{ ${Object.entries(schema.properties)
			.map(([name, inner]) => `${name}: ${kindOf(inner)}`)
			.join(', ')} }`;
	}
	const type = [schema.type ?? 'any'].flat().join(' | ');
	const bounds =
		schema.minimum !== undefined && schema.maximum !== undefined ? ` ${schema.minimum}…${schema.maximum}` : '';
	return `${schema.format ?? type}${bounds}${schema.default !== undefined ? ` = ${JSON.stringify(schema.default)}` : ''}`;
}

function exampleFor(
	origin: string,
	space: string,
	method: 'GET' | 'POST',
	path: string,
	{ parameters, requestBody, security }: DocumentedOperation,
): string {
	const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => (name === 'space' ? space : `{${name}}`));
	if (method === 'GET') {
		const needed = parameters
			.filter((parameter) => parameter.in === 'query' && parameter.required)
			.map(({ name }) => `${name}=…`);
		return `curl '${origin}${filled}${needed.length > 0 ? `?${needed.join('&')}` : ''}'`;
	}
	const token = security.some((way) => Object.keys(way).length === 0) ? '' : `  -H 'Authorization: Bearer jsr_…' \\\n`;
	const body = JSON.stringify(requestBody?.content['application/json'].example ?? {});
	return `curl '${origin}${filled}' \\\n${token}  -H "Idempotency-Key: $(uuidgen)" \\\n  -H 'Content-Type: application/json' \\\n  -d '${body}'`;
}

function linesOf({ parameters, requestBody }: DocumentedOperation): Line[] {
	const schema = requestBody?.content['application/json'].schema;
	return [
		...parameters
			.filter((parameter) => parameter.name !== 'Accept-Language')
			.map(({ name, in: place, required, schema: own }): Line => ({ name, place, required, kind: kindOf(own) })),
		...Object.entries(schema?.properties ?? {}).map(([name, own]): Line => ({
			name,
			place: 'body',
			required: (schema?.required ?? []).includes(name),
			kind: kindOf(own),
		})),
	];
}

/** Every operation for the page, rooms together; examples name the given space. */
export function documentationOf(space: string): Documented[] {
	const { rooms, version, config } = installation();
	const operations = operationsOf(rooms);
	const { paths } = openApiDocument(operations, { version, origin: config.origin });
	return operations.map(({ name, room, method, path, about }): Documented => {
		const described = (method === 'GET' ? paths[path]?.get : paths[path]?.post)!;
		return {
			id: name,
			room,
			method,
			path,
			about,
			who: method === 'GET' ? null : (whoMay[name] ?? null),
			lines: linesOf(described),
			example: exampleFor(config.origin, space, method, path, described),
		};
	});
}

/** Acts only pages offer, by the reason why. */
export function keptOutActs(): { why: WhyNot; acts: { name: string; about: string }[] }[] {
	const commands = installation().rooms.flatMap((room) => room.commands ?? []);
	const known = commands.flatMap(({ name, about }) => (keptOut[name] ? [{ why: keptOut[name], name, about }] : []));
	return [...Map.groupBy(known, ({ why }) => why)].map(([why, acts]) => ({ why, acts }));
}
