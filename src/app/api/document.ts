// The OpenAPI 3.1 document, made of the same schemas by which commands and queries read and answer.
import { exampleOf, type JsonSchema, jsonSchemaOf, without } from './json-schema.ts';
import { type Act, type Operation, parametersIn, type Read } from './operations.ts';
import { whoMay, whoMayInEnglish } from './who-may.ts';

export interface Parameter {
	name: string;
	in: 'path' | 'query' | 'header';
	required: boolean;
	description?: string;
	schema: JsonSchema;
	example?: unknown;
}

export interface DocumentedOperation {
	operationId: string;
	summary: string;
	description?: string;
	tags: string[];
	security: Record<string, string[]>[];
	parameters: Parameter[];
	requestBody?: { required: true; content: { 'application/json': { schema: JsonSchema; example: unknown } } };
	responses: Record<string, unknown>;
}

export interface OpenApiDocument {
	openapi: '3.1.0';
	info: { title: string; version: string; description: string; license: { name: string; identifier: string } };
	servers: { url: string }[];
	tags: { name: string }[];
	paths: Record<string, { get?: DocumentedOperation; post?: DocumentedOperation }>;
	components: Record<string, Record<string, unknown>>;
}

const spaceParameter: Parameter = {
	name: 'space',
	in: 'path',
	required: true,
	description: 'Id or address of a space; GET /api/v1/spaces lists them.',
	schema: { type: 'string' },
};
const languageParameter: Parameter = {
	name: 'Accept-Language',
	in: 'header',
	required: false,
	description: 'Language of titles of problems: ar, fr, es, en or zgh.',
	schema: { type: 'string' },
};
const keyParameter = (required: boolean): Parameter => ({
	name: 'Idempotency-Key',
	in: 'header',
	required,
	description:
		'Unguessable and new for each act, such as a UUID. The same key with the same body gives the same answer and one effect. Required without a token.',
	schema: { type: 'string', minLength: 16, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
});

const problem = (description: string) => ({
	description,
	content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
const refused = {
	'400': problem('The request cannot be read.'),
	'401': problem('A token is needed, or the token is not valid.'),
	'404': problem('No such space or thing.'),
	'422': problem('A field is refused.'),
};
const headers = { ETag: { schema: { type: 'string' } }, 'X-Request-Id': { schema: { type: 'string' } } };

function describeRead({ name, room, about, path, query }: Read): DocumentedOperation {
	const input = jsonSchemaOf(query.input, 'input');
	const inPath = parametersIn(path);
	const own = Object.entries(input.properties ?? {}).map(([field, schema]): Parameter => {
		const place = inPath.includes(field) ? 'path' : 'query';
		return { name: field, in: place, required: place === 'path' || (input.required ?? []).includes(field), schema };
	});
	return {
		operationId: name,
		summary: about,
		tags: [room],
		security: [{}, { token: [] }],
		parameters: [...(inPath.includes('space') ? [spaceParameter] : []), ...own, languageParameter],
		responses: {
			'200': {
				description: 'What was asked for. A list has `next`: the cursor of what follows, or null.',
				headers,
				content: { 'application/json': { schema: jsonSchemaOf(query.output, 'output') } },
			},
			'304': { description: 'Unchanged since the ETag given in If-None-Match.' },
			...refused,
		},
	};
}

function describeAct({ name, room, about, command }: Act): DocumentedOperation {
	const schema = without(jsonSchemaOf(command.input, 'input'), 'device');
	const entry = whoMay[name];
	const open = entry?.who === 'guests';
	return {
		operationId: name,
		summary: about,
		description: `Who may: ${whoMayInEnglish(entry)}`,
		tags: [room],
		security: open ? [{}, { token: [] }] : [{ token: [] }],
		parameters: [spaceParameter, keyParameter(false), languageParameter],
		requestBody: { required: true, content: { 'application/json': { schema, example: exampleOf(schema) } } },
		responses: {
			'200': {
				description: 'Done, now or before under the same key.',
				headers: { 'X-Request-Id': headers['X-Request-Id'] },
				content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } },
			},
			...refused,
			'403': problem('The roles held in the space do not allow it.'),
			'409': problem('It is already done, or somebody else changed it meanwhile.'),
			'413': problem('The body is over 1 MB.'),
			'415': problem('The body is not application/json.'),
			'429': problem('Too many acts; Retry-After says how many seconds to wait.'),
		},
	};
}

const problemSchema = {
	type: 'object',
	description: 'A problem as RFC 9457 has it.',
	properties: {
		type: { type: 'string' },
		title: { type: 'string', description: 'A sentence in the language asked for.' },
		status: { type: 'integer' },
		code: { type: 'string', description: 'Stable, such as field.missing.' },
		field: { type: 'string' },
		instance: { type: 'string' },
		errors: {
			type: 'array',
			items: {
				type: 'object',
				properties: { field: { type: 'string' }, code: { type: 'string' }, title: { type: 'string' } },
				required: ['code', 'title'],
			},
		},
	},
	required: ['type', 'title', 'status', 'code'],
};

/** The whole document. `origin` has no trailing slash. */
export function openApiDocument(
	operations: readonly Operation[],
	{ version, origin }: { version: string; origin: string },
): OpenApiDocument {
	const paths: OpenApiDocument['paths'] = {};
	for (const operation of operations) {
		const entry = (paths[operation.path] ??= {});
		if (operation.method === 'GET') entry.get = describeRead(operation);
		else entry.post = describeAct(operation);
	}
	return {
		openapi: '3.1.0',
		info: {
			title: 'Joussour',
			version,
			license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
			description:
				'Reads need no token and show what the public sees. Acts are those of the pages, under the same rules, with a personal token made at the account page. No cookie is read.',
		},
		servers: [{ url: origin }],
		tags: [...new Set(operations.map((operation) => operation.room))].map((name) => ({ name })),
		paths,
		components: {
			schemas: { Problem: problemSchema },
			securitySchemes: {
				token: { type: 'http', scheme: 'bearer', description: 'A personal token, which begins with jsr_.' },
			},
		},
	};
}
