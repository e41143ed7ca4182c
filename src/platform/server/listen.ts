// One LISTEN connection per process: news of committed facts, and whether we can be sure to have heard all of it.
import { EventEmitter } from 'node:events';
import pg from 'pg';
import { factsChannel } from './activity/index.ts';

/** One announced fact: ids and codes only. */
export interface News {
	spaceId: string | null;
	type: string;
	subject: string;
	reach: string;
}

export interface Listener {
	/** False while the connection is down: caches must then not be trusted. */
	readonly hearing: boolean;
	onNews(listener: (news: News[]) => void): () => void;
	/** Called when the connection was lost and came back: anything may have been missed. */
	onGap(listener: () => void): () => void;
	stop(): Promise<void>;
}

function readNews(payload: string): News[] {
	const rows = JSON.parse(payload) as [string | null, string, string, string][];
	return rows.map(([spaceId, type, subject, reach]) => ({ spaceId, type, subject, reach }));
}

/** Connects and stays connected (retry every second). */
export async function listenForFacts(connection: pg.ClientConfig): Promise<Listener> {
	const events = new EventEmitter().setMaxListeners(0);
	let client: pg.Client | null = null;
	let stopped = false;

	async function connect(): Promise<void> {
		const next = new pg.Client({ ...connection, keepAlive: true });
		next.on('error', () => undefined);
		next.on('notification', ({ payload }) => payload && events.emit('news', readNews(payload)));
		next.on('end', () => {
			if (client === next) client = null;
			if (!stopped) setTimeout(reconnect, 1_000).unref();
		});
		await next.connect();
		await next.query(`listen ${factsChannel}`);
		client = next;
	}
	const reconnect = (): void => {
		if (stopped || client) return;
		connect().then(
			() => events.emit('gap'),
			() => setTimeout(reconnect, 1_000).unref(),
		);
	};
	await connect();
	const on = (name: string) => (listener: (...args: never[]) => void) => {
		events.on(name, listener as (...args: unknown[]) => void);
		return () => void events.off(name, listener as (...args: unknown[]) => void);
	};
	return {
		get hearing() {
			return client !== null;
		},
		onNews: on('news'),
		onGap: on('gap'),
		async stop() {
			stopped = true;
			await client?.end().catch(() => undefined);
		},
	};
}
