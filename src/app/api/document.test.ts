// The OpenAPI document is whole: what it names exists, what it shows as an example is accepted by the command itself.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { rooms } from '../modules.ts';
import { kindOf } from './documentation.ts';
import { openApiDocument } from './document.ts';
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts';
import { keptOut } from './kept-out.ts';
import { operationsOf, parametersIn } from './operations.ts';
import { whoMay } from './who-may.ts';

const operations = operationsOf(rooms);
const document = openApiDocument(operations, { version: '1.2.3', origin: 'https://example.org' });
const described = Object.entries(document.paths).flatMap(([path, entry]) =>
	[entry.get, entry.post].flatMap((one) => (one ? [{ path, ...one }] : [])),
);

/** Every object in a value, with its place. */
function* walk(value: unknown, place = '#'): Generator<[string, Record<string, unknown>]> {
	if (Array.isArray(value)) for (const [at, inner] of value.entries()) yield* walk(inner, `${place}/${at}`);
	else if (typeof value === 'object' && value !== null) {
		yield [place, value as Record<string, unknown>];
		for (const [name, inner] of Object.entries(value)) yield* walk(inner, `${place}/${name}`);
	}
}

test('every act is offered, or named among those kept out with its reason', () => {
	const silent = rooms.flatMap((room) => room.commands ?? []).filter((command) => command.api !== true);
	expect(Object.keys(keptOut).sort()).toEqual(silent.map(({ name }) => name).sort());
});

describe('the document', () => {
	test('describes every operation once', () => {
		expect(described.map(({ operationId }) => operationId).sort()).toEqual(operations.map(({ name }) => name).sort());
		expect(new Set(described.map(({ operationId }) => operationId)).size).toBe(described.length);
	});

	test('declares every parameter of a path, once, and as required', () => {
		for (const { path, parameters } of described) {
			const inPath = parameters.filter((parameter) => parameter.in === 'path');
			expect(inPath.map(({ name }) => name).sort(), path).toEqual(parametersIn(path).sort());
			expect(
				inPath.every(({ required }) => required),
				path,
			).toBe(true);
			expect(new Set(parameters.map((parameter) => `${parameter.in} ${parameter.name}`)).size, path).toBe(
				parameters.length,
			);
		}
	});

	test('points only at what it holds', () => {
		for (const [place, value] of walk(document)) {
			if (typeof value['$ref'] !== 'string') continue;
			const target = value['$ref']
				.replace('#/', '')
				.split('/')
				.reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], document);
			expect(target, place).toBeTypeOf('object');
		}
		for (const { security } of described)
			for (const way of security)
				for (const name of Object.keys(way)) expect(document.components['securitySchemes']).toHaveProperty(name);
	});

	test('answers every operation with 200 and names how it refuses', () => {
		for (const { operationId, responses } of described) {
			expect(Object.keys(responses), operationId).toEqual(expect.arrayContaining(['200', '400', '401', '404', '422']));
			for (const response of Object.values(responses)) expect(response, operationId).toHaveProperty('description');
		}
	});

	test('holds schemas that can be read as JSON Schema', () => {
		for (const { operationId, requestBody } of described)
			if (requestBody)
				expect(
					() =>
						z.fromJSONSchema(requestBody.content['application/json'].schema as Parameters<typeof z.fromJSONSchema>[0]),
					operationId,
				).not.toThrow();
	});

	test('never asks anybody for a device', () => {
		expect(JSON.stringify(document)).not.toContain('"device"');
	});
});

describe('an example', () => {
	const acts = operations.filter((operation) => operation.method === 'POST');
	test.each(acts.map((act) => [act.name, act] as const))(
		'of %s is accepted by its own command',
		(name, { command }) => {
			const { requestBody } = described.find(({ operationId }) => operationId === name)!;
			expect(command.input.safeParse(requestBody!.content['application/json'].example).error?.issues ?? []).toEqual([]);
		},
	);
});

test('who may is said of every act, and of no act that does not exist', () => {
	expect(Object.keys(whoMay).sort()).toEqual(
		operations
			.filter(({ method }) => method === 'POST')
			.map(({ name }) => name)
			.sort(),
	);
});

test('a field that may be left out is not called required', () => {
	const optional = z.preprocess((value) => value ?? null, z.string().nullable());
	expect(jsonSchemaOf(z.object({ a: z.string(), b: optional, c: z.number().default(1) }), 'input').required).toEqual([
		'a',
	]);
	expect(
		jsonSchemaOf(z.object({ inner: z.object({ b: optional }) }), 'input').properties?.['inner']?.required,
	).toBeUndefined();
});

test('a text held to a choice shows the choice', () => {
	expect(jsonSchemaOf(z.string().pipe(z.enum(['a', 'b'])), 'input').enum).toEqual(['a', 'b']);
});

test.each<[JsonSchema, string]>([
	[{ enum: ['ar', 'fr'] }, '"ar" | "fr"'],
	[{ type: 'integer', minimum: 1, maximum: 100, default: 20 }, 'integer 1…100 = 20'],
	[{ type: ['string', 'null'] }, 'string | null'],
	[{ type: 'array', items: { type: 'object', properties: { kind: { type: 'string' } } } }, '{ kind: string }[]'],
	[{ type: 'object', propertyNames: { enum: ['fr'] }, additionalProperties: { type: 'string' } }, '{ "fr": string }'],
])('a schema is said in a few words: %j', (schema, words) => {
	expect(kindOf(schema)).toBe(words);
});
