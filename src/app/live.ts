// Live news of threads: one ear on the facts of this process, many readers; only ids and codes go out.
import { installation } from '#platform/server/installation.ts';
import type { News } from '#platform/server/listen.ts';
import { subjectsOfContributions } from '#engines/conversation/server/index.ts';

const mostStreams = 500;
const heartbeat = 25_000;
const encoder = new TextEncoder();

type Controller = ReadableStreamDefaultController<Uint8Array>;
interface Stream {
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

/** News of one subject as server-sent events; null when the process has all the readers it can hold. */
export function streamOf(subjectId: string): ReadableStream<Uint8Array> | null {
	if (streams.size >= mostStreams) return null;
	bindSignals();
	let stream: Stream | null = null;
	return new ReadableStream<Uint8Array>({
		start(controller) {
			stream = { subjectId, controller };
			streams.add(stream);
			wake();
			write(stream, 'retry: 10000\n\n');
		},
		cancel() {
			if (stream) leave(stream);
		},
	});
}
