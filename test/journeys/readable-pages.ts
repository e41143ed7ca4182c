// Every page of the program that somebody can open and read, by the id of its route.
import { runCommand } from '#test/app.ts';
import { expected } from './access-table.ts';

const { routes } = JSON.parse(runCommand(['routes', '--json'], {})) as { routes: { id: string; kind: string }[] };

/** The set-up page opens only while an installation is empty; redirects are not pages. */
export const readablePages = routes
	.filter(({ id, kind }) => kind === 'page' && id !== '/setup' && !expected[id]?.answer)
	.map(({ id }) => id);
