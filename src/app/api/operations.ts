// Everything the API offers, read off what rooms declare: their queries, and their commands marked for it.
import type { Query } from '#platform/server/queries.ts';
import type { AnyCommand, Room } from '#platform/server/room.ts';

interface Common {
	/** `room.verbNoun` or `room.listThings`. */
	name: string;
	room: string;
	about: string;
	/** Below the origin, with parameters in braces. */
	path: string;
}
export type Read = Common & { method: 'GET'; query: Query };
export type Act = Common & { method: 'POST'; command: AnyCommand };
export type Operation = Read | Act;

const base = '/api/v1';

/** Reads first, then acts, each room in the order of the list of rooms. */
export function operationsOf(rooms: readonly Room[]): Operation[] {
	const reads = rooms.flatMap((room) =>
		(room.queries ?? []).map((query): Read => ({
			name: query.name,
			room: room.name,
			about: query.about,
			method: 'GET',
			path: base + query.path,
			query,
		})),
	);
	const acts = rooms.flatMap((room) =>
		(room.commands ?? [])
			.filter((command) => command.api === true)
			.map((command): Act => ({
				name: command.name,
				room: room.name,
				about: command.about,
				method: 'POST',
				path: `${base}/spaces/{space}/acts/${command.name}`,
				command,
			})),
	);
	return [...reads, ...acts];
}

/** Names of the parameters in a path, in order. */
export const parametersIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
