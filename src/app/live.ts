// Live news of threads: one ear on the facts of this process, many readers; only ids and codes go out.
import { installation } from '#platform/server/installation.ts';
import type { News } from '#platform/server/listen.ts';
import { subjectsOfContributions } from '#engines/conversation/server/index.ts';

/** Streams of one process; of one account or device, whose other windows wait; of one neighbourhood of addresses. */
const most = { process: 500, client: 6, neighbourhood: 120 };
const heartbeat = 25_000;
const encoder = new TextEncoder();

type Controller = ReadableStreamDefaultController<Uint8Array>;
/** Who listens (client.ts): the account or device where there is one, and always the neighbourhood. */
interface Listener {
	client: string | null;
	neighbourhood: string;
}
interface Stream extends Listener {
	subjectId: string;
	controller: Controller;
}

const streams = new Set<Stream>();
let beat: NodeJS.Timeout | null = null;
let listening: (() => void) | null = null;

/** A stream whose reader has gone is dropped at the next write. */
function write(stream: Stream, text: string): void {
	try {
		stream.controller.enqueue(encoder.encode(text));
	} catch {
		leave(stream);
	}
}

/** `conversation.contribution.published` of a contribution becomes the event `published` with its id. */
const eventOf = ({ type, subject }: News): string =>
	`event: ${type.split('.').at(-1)}\ndata: ${JSON.stringify({ type, id: subject })}\n\n`;

async function tell(news: readonly News[]): Promise<void> {
	const open = news.filter((fact) => fact.reach === 'public');
	if (streams.size === 0 || open.length === 0) return;
	const said = open.filter((fact) => fact.type.startsWith('conversation.')).map((fact) => fact.subject);
	const under = await subjectsOfContributions(installation().db, said);
	for (const fact of open) {
		const subjectId = under.get(fact.subject) ?? fact.subject;
		for (const stream of streams) if (stream.subjectId === subjectId) write(stream, eventOf(fact));
	}
}

function wake(): void {
	listening ??= installation().listener.onNews((news) => void tell(news).catch(() => undefined));
	beat ??= setInterval(() => {
		for (const stream of streams) write(stream, ': still here\n\n');
	}, heartbeat).unref();
}

function leave(stream: Stream): void {
	streams.delete(stream);
	if (streams.size > 0) return;
	if (beat) clearInterval(beat);
	listening?.();
	beat = listening = null;
}

/** Ends every stream, so that a process asked to stop need not wait for its readers. */
function endStreams(): void {
	for (const stream of streams) {
		leave(stream);
		try {
			stream.controller.close();
		} catch {
			// The reader was quicker.
		}
	}
}

let bound = false;

/** Only beside the program's own handlers: alone, ours would keep the process from ending. */
function bindSignals(): void {
	if (bound) return;
	bound = true;
	for (const signal of ['SIGTERM', 'SIGINT'] as const)
		if (process.listenerCount(signal) > 0) process.once(signal, endStreams);
}

const holdsAll = (listener: Listener, name: keyof Listener): boolean =>
	listener[name] !== null && [...streams].filter((stream) => stream[name] === listener[name]).length >= most[name];

/** News of one subject as server-sent events; or who holds all they may: this process, or the listener. */
export function streamOf(
	subjectId: string,
	listener: Listener,
): ReadableStream<Uint8Array> | 'process full' | 'listener full' {
	if (streams.size >= most.process) return 'process full';
	if (holdsAll(listener, 'client') || holdsAll(listener, 'neighbourhood')) return 'listener full';
	bindSignals();
	let stream: Stream | null = null;
	return new ReadableStream<Uint8Array>({
		start(controller) {
			stream = { ...listener, subjectId, controller };
			streams.add(stream);
			wake();
			write(stream, 'retry: 10000\n\n');
		},
		cancel() {
			if (stream) leave(stream);
		},
	});
}
