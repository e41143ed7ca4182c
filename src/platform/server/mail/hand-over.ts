// One conversation with the mail server (RFC 5321), and what its end means for the letter.
import nodemailer from 'nodemailer';

export interface ToSend {
	from: string;
	to: string;
	subject: string;
	text: string;
	headers: Record<string, string>;
}

/**
 * `sent`: taken. `failed`: this letter is refused for good. `waiting`: not now (the server is busy, unreachable, does not
 * know us or is not trusted), nothing went out. `unknown`: the letter went out whole and no answer came.
 */
export type Outcome = { state: 'sent' } | { state: 'failed' | 'waiting' | 'unknown'; error: string };

interface Said {
	responseCode?: unknown;
	/** What was being said when it failed. */
	command?: unknown;
}

/** Answers that are about the letter itself; those to a greeting, a password or a sender are about the settings. */
const aboutTheLetter = new Set(['RCPT TO', 'DATA', 'API']);

function outcomeOf(error: unknown, isWhole: boolean): Exclude<Outcome, { state: 'sent' }> {
	const { responseCode, command }: Said = typeof error === 'object' && error !== null ? error : {};
	const text = (error instanceof Error ? error.message : String(error)).slice(0, 500);
	const answered = Number(responseCode) || 0;
	if (isWhole && answered === 0) return { state: 'unknown', error: text };
	const forGood = answered >= 500 || (answered === 0 && command === 'API');
	return { state: forGood && aboutTheLetter.has(String(command)) ? 'failed' : 'waiting', error: text };
}

const silent = (): void => undefined;

/** Hands one letter to the server of `smtpUrl`. Never throws: whatever happens is an outcome. */
export async function handOver(smtpUrl: string, letter: ToSend): Promise<Outcome> {
	let isWhole = false;
	const transport = nodemailer.createTransport({
		url: smtpUrl,
		connectionTimeout: 20_000,
		greetingTimeout: 30_000,
		socketTimeout: 60_000,
		// The library tells nobody else that all of a letter has gone out.
		logger: {
			level: silent,
			trace: silent,
			debug: silent,
			info: (entry: unknown) => {
				if (typeof entry === 'object' && entry !== null && 'tnx' in entry && entry.tnx === 'message') isWhole = true;
			},
			warn: silent,
			error: silent,
			fatal: silent,
		},
	} as Parameters<typeof nodemailer.createTransport>[0]);
	try {
		await transport.sendMail(letter);
		return { state: 'sent' };
	} catch (error) {
		return outcomeOf(error, isWhole);
	} finally {
		transport.close();
	}
}
