// Prints a Paper to PDF in a process of its own, so that the application does not keep the typesetter's 90 MB.
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { layoutOf } from './layout.ts';
import type { Paper } from './paper.ts';
import { PaperFailed } from './paper.ts';
import type { PaperAnswer, PaperJob } from './worker.ts';

/** `limitMs` counts from the start of the setting, not from the wait for the document before it. */
export interface PaperOptions {
	readonly limitMs?: number;
	/** The document's date; the clock's without it. */
	readonly at?: Date;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * A tagged PDF/UA-1 document (ISO 14289-1), A4. One is set at a time. Rejects with `PaperFailed`.
 * Should a text make PDF/UA impossible, the same pages come as plain tagged PDF 1.7 and claim no more.
 */
export function paperPdf(doc: Paper, options: PaperOptions = {}): Promise<Uint8Array> {
	const job: PaperJob = {
		layout: JSON.stringify(layoutOf(doc)),
		seconds: Math.floor((options.at ?? new Date()).getTime() / 1000),
	};
	const mine = last.then(() => setApart(job, options.limitMs ?? 30_000));
	last = mine.catch(() => undefined);
	return mine;
}

function setApart(job: PaperJob, limitMs: number): Promise<Uint8Array> {
	// Resolved through the package's own import map, so that it is found from a bundled server too.
	const worker = createRequire(import.meta.url).resolve('#platform/server/papers/worker.ts');
	return new Promise((resolve, reject) => {
		const child = fork(worker, [], {
			execArgv: [],
			env: {},
			serialization: 'advanced',
			stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
		});
		let complaint = '';
		child.stderr?.on('data', (chunk: Buffer) => {
			complaint = (complaint + chunk.toString()).slice(-2000);
		});
		const clock = setTimeout(
			() => end(() => reject(new PaperFailed('too_slow', `no PDF after ${limitMs} ms`))),
			limitMs,
		);
		const end = (settle: () => void) => {
			clearTimeout(clock);
			child.removeAllListeners();
			child.on('error', () => undefined);
			child.kill('SIGKILL');
			settle();
		};
		const fail = (why: string) => end(() => reject(new PaperFailed('not_set', why)));
		child.once('error', (error) => fail(error.message));
		child.once('exit', (code, signal) => fail(complaint || `the typesetter ended with ${signal ?? code}`));
		child.once('message', (answer: PaperAnswer) => {
			if ('failure' in answer) fail(answer.failure);
			else end(() => resolve(new Uint8Array(answer.pdf)));
		});
		child.send(job, (error) => {
			if (error !== null) fail(error.message);
		});
	});
}
