// Reads the addresses of the application off the files of src/routes, as SvelteKit names them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export interface RouteParameter {
	name: string;
	/** Name of the matcher in src/params.ts. */
	matcher: string | null;
	/** Takes the rest of the path. */
	rest: boolean;
	optional: boolean;
}

export interface RouteFile {
	id: string;
	kind: 'page' | 'endpoint' | 'page and endpoint';
	methods: string[];
	parameters: RouteParameter[];
	/** Named actions of its forms; `default` for the unnamed one. */
	actions: string[];
}

const handlers = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Parameters in a route id: `[name]`, `[name=matcher]`, `[...name]`, `[[name]]`. */
export const parametersOf = (id: string): RouteParameter[] =>
	[...id.matchAll(/(\[)?\[(\.\.\.)?(\w+)(?:=(\w+))?\]/g)].map(([, optional, rest, name, matcher]) => ({
		name: name!,
		matcher: matcher ?? null,
		rest: rest !== undefined,
		optional: optional !== undefined,
	}));

/** The route id of a folder below src/routes: groups such as `(app)` are no part of an address. */
export const idOf = (folder: string): string =>
	`/${folder
		.split(path.sep)
		.filter((part) => part !== '' && !/^\(.*\)$/.test(part))
		.join('/')}`;

/** What a file exports, by running it, else by reading it; actions by name. */
async function exportsOf(file: string): Promise<{ names: string[]; actions: string[] }> {
	try {
		const loaded = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
		return { names: Object.keys(loaded), actions: Object.keys((loaded['actions'] as object | undefined) ?? {}) };
	} catch {
		const source = readFileSync(file, 'utf8');
		const names = [...source.matchAll(/^export (?:const|(?:async )?function) (\w+)/gm)].map(([, name]) => name!);
		const block = /^export const actions\b[^{]*\{([\s\S]*?)^\}/m.exec(source)?.[1] ?? '';
		return { names, actions: [...block.matchAll(/^\t(\w+)(?::|\()/gm)].map(([, name]) => name!) };
	}
}

async function routeIn(routes: string, folder: string, files: readonly string[]): Promise<RouteFile | null> {
	const isPage = files.includes('+page.svelte') || files.includes('+page.server.ts');
	const isEndpoint = files.includes('+server.ts');
	if (!isPage && !isEndpoint) return null;
	const page = files.includes('+page.server.ts')
		? await exportsOf(path.join(routes, folder, '+page.server.ts'))
		: { names: [] as string[], actions: [] as string[] };
	const endpoint = isEndpoint ? await exportsOf(path.join(routes, folder, '+server.ts')) : { names: [] as string[] };
	const methods = new Set<string>([
		...(isPage ? ['GET'] : []),
		...(page.names.includes('actions') ? ['POST'] : []),
		...handlers.filter((name) => endpoint.names.includes(name)),
	]);
	const id = idOf(folder);
	return {
		id,
		kind: isPage ? (isEndpoint ? 'page and endpoint' : 'page') : 'endpoint',
		methods: handlers.filter((name) => methods.has(name)),
		parameters: parametersOf(id),
		actions: page.actions,
	};
}

/** Every page and endpoint, by id. */
export async function readRoutes(routes: string): Promise<RouteFile[]> {
	const found: RouteFile[] = [];
	for (const entry of [
		{ name: '', parentPath: routes },
		...readdirSync(routes, { recursive: true, withFileTypes: true }).filter((one) => one.isDirectory()),
	]) {
		const folder = path.relative(routes, path.join(entry.parentPath, entry.name));
		const files = readdirSync(path.join(routes, folder));
		const route = await routeIn(routes, folder, files);
		if (route) found.push(route);
	}
	return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}
