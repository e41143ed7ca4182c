// JSON Schema (2020-12, as OpenAPI 3.1 uses it) of our zod schemas, and an example for each.
import { z } from 'zod';

export interface JsonSchema {
	type?: string | string[];
	properties?: Record<string, JsonSchema>;
	required?: string[];
	items?: JsonSchema;
	anyOf?: JsonSchema[];
	enum?: unknown[];
	const?: unknown;
	default?: unknown;
	pattern?: string;
	format?: string;
	minimum?: number;
	maximum?: number;
	minLength?: number;
	maxLength?: number;
	maxItems?: number;
	propertyNames?: JsonSchema;
	additionalProperties?: boolean | JsonSchema;
	description?: string;
	$ref?: string;
	$schema?: string;
}

const safe = Number.MAX_SAFE_INTEGER;

/** What a caller sends (`input`: before transforms) or gets (`output`). Fields that may be left out are not called required. */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
	const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
		io,
		unrepresentable: 'any',
		override({ zodSchema, jsonSchema }) {
			const found = jsonSchema as JsonSchema;
			if (found.minimum === -safe) delete found.minimum;
			if (found.maximum === safe) delete found.maximum;
			if (io === 'output') return;
			// A text that is then held to something narrower: what is narrower is what callers must know.
			if (
				zodSchema instanceof z.ZodPipe &&
				zodSchema.in instanceof z.ZodString &&
				!(zodSchema.out instanceof z.ZodTransform)
			)
				Object.assign(found, jsonSchemaOf(zodSchema.out as z.ZodType, io));
			if (!(zodSchema instanceof z.ZodObject)) return;
			const { shape } = zodSchema as z.ZodObject;
			found.required = (found.required ?? []).filter(
				(name) => !(shape[name] as z.ZodType).safeParse(undefined).success,
			);
			if (found.required.length === 0) delete found.required;
		},
	}) as JsonSchema;
	return rest;
}

/** The schema without some of its fields. */
export function without(schema: JsonSchema, ...names: readonly string[]): JsonSchema {
	const properties = Object.fromEntries(
		Object.entries(schema.properties ?? {}).filter(([name]) => !names.includes(name)),
	);
	const required = (schema.required ?? []).filter((name) => !names.includes(name));
	const { required: _required, ...rest } = schema;
	return { ...rest, properties, ...(required.length > 0 ? { required } : {}) };
}

const anId = '01890a5d-ac96-774b-bcce-b302099a8057';

function exampleText(name: string, { pattern, format, minLength = 0 }: JsonSchema): string {
	if (format === 'date') return '2027-03-31';
	if (format === 'uri') return 'https://example.org/';
	if (pattern?.startsWith('^[0-9a-f]{8}')) return anId;
	if (/wall$/i.test(name)) return '2027-03-31T18:00';
	if (pattern) return 'example';
	return 'An example that is long enough'.padEnd(minLength, '.');
}

/** A value of the schema, with what must be there only. */
export function exampleOf(schema: JsonSchema, name = ''): unknown {
	if (schema.const !== undefined) return schema.const;
	if (schema.default !== undefined) return schema.default;
	if (schema.enum) return schema.enum[0];
	if (schema.anyOf) return exampleOf(schema.anyOf[0]!, name);
	const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
	if (type === 'string') return exampleText(name, schema);
	if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
	if (type === 'boolean') return true;
	if (type === 'array') return schema.items ? [exampleOf(schema.items, name)] : [];
	if (type !== 'object') return null;
	if (schema.properties)
		return Object.fromEntries(
			(schema.required ?? []).map((field) => [field, exampleOf(schema.properties![field] ?? {}, field)]),
		);
	const inner = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
	return { [String(schema.propertyNames?.enum?.[1] ?? 'name')]: exampleOf(inner, name) };
}
