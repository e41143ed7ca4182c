// `joussour routes`: every address of the application, with methods, parameters, actions and who may.
import path from 'node:path';
import { root } from '#platform/server/root.ts';
import { type Access, access } from '../access.ts';
import { operationsOf } from '../api/operations.ts';
import { whoMay } from '../api/who-may.ts';
import { rooms } from '../modules.ts';
import type { Args } from './arguments.ts';
import { print } from './print.ts';
import { readRoutes } from './route-files.ts';

const inWords = (entry: Access | null): string =>
	entry === null ? 'no entry' : 'roles' in entry ? `${entry.who}: ${entry.roles.join(', ')}` : entry.who;

export const routes = {
	help: `
joussour routes [--json]
Lists every page, endpoint and operation of the API, with its methods, parameters and who may use it.
With --json: { "routes": [{ id, kind, methods, parameters, actions, who }], "api": [{ name, method, path, who }] }.
"who" of a route is its entry in the access table (src/app/access.ts), or null when it has none.
Needs no database.`,
	takes: { flags: ['json'] },
	async run({ flag }: Args): Promise<void> {
		const entries = access as Readonly<Record<string, Access>>;
		const found = (await readRoutes(path.join(root, 'src', 'routes'))).map((route) => ({
			...route,
			who: entries[route.id] ?? null,
		}));
		const api = operationsOf(rooms).map(({ name, method, path: address }) => ({
			name,
			method,
			path: address,
			who: method === 'GET' ? { who: 'all' } : (whoMay[name] ?? null),
		}));
		if (flag('json')) return print(JSON.stringify({ routes: found, api }, null, 2));
		for (const route of found)
			print(
				`${route.methods.join(',').padEnd(9)} ${route.id}  [${inWords(route.who)}]${route.actions.length > 0 ? `  actions: ${route.actions.join(', ')}` : ''}`,
			);
		for (const operation of api)
			print(`${operation.method.padEnd(9)} ${operation.path}  [${operation.who?.who ?? 'no entry'}]`);
	},
};
