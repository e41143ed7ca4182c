// The one place where the environment is read: every setting, its default, and all mistakes at once.
import path from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';

const port = z.coerce.number('must be a whole number from 0 to 65535').int().min(0).max(65535);
const address = (protocols: string[], example: string) =>
	z
		.string()
		.refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), `must look like ${example}`);

const listed = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);
const isHostAndPort = (text: string): boolean =>
	URL.canParse(`http://${text}`) &&
	new URL(`http://${text}`).pathname === '/' &&
	/^(\[[\da-f:.]+\]|[^:@/?#]+):\d+$/i.test(text);

const schema = z.object({
	PORT: port.default(3000),
	HOST: z.string().min(1).default('127.0.0.1'),
	ORIGIN: address(['http:', 'https:'], 'https://example.org').optional(),
	DATA_DIR: z.string().min(1).default('./data'),
	DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgres://user:password@host/database').optional(),
	PG_BIN_DIR: z.string().min(1).optional(),
	SMTP_URL: address(['smtp:', 'smtps:'], 'smtp://user:password@host:587').optional(),
	WORKER: z.enum(['inline', 'off'], 'must be inline or off').default('inline'),
	TRUST_PROXY: z
		.string()
		.transform((text) => (text === '0' ? [] : text === '1' ? ['private'] : listed(text)))
		.refine(
			(proxies) => proxies.every((one) => one === 'private' || ipaddr.isValid(one) || ipaddr.isValidCIDR(one)),
			'must be 0, 1, or addresses of proxies such as 203.0.113.7, 10.0.0.0/8',
		)
		.default([]),
	FETCH_PRIVATE: z
		.string()
		.transform(listed)
		.refine(
			(hosts) => hosts.every(isHostAndPort),
			'must list host:port pairs such as intranet.example.org:80, 10.0.0.5:8080',
		)
		.default([]),
});

export interface Config {
	port: number;
	host: string;
	/** Scheme, host and port that readers use, without a trailing slash. */
	origin: string;
	dataDir: string;
	filesDir: string;
	databaseUrl: string | null;
	pgBinDir: string | null;
	smtpUrl: string | null;
	worker: 'inline' | 'off';
	/** Addresses and networks (CIDR) of proxies that are believed; `private`: whatever is not on the public internet. */
	trustProxy: readonly string[];
	/** `host:port` pairs of the operator's own network that feeds may be read from. */
	fetchPrivate: readonly string[];
	secure: boolean;
}

/** A setting as it may be shown and logged. */
const withoutPassword = (value: string): string => value.replace(/(\/\/[^:@\s]*):.*@/, '$1:…@');

/** All wrong settings of one start, in words. */
export class ConfigError extends Error {
	readonly problems: readonly string[];
	constructor(problems: readonly string[]) {
		super(`The settings cannot be used:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
		this.name = 'ConfigError';
		this.problems = problems;
	}
}

/** Reads the environment; empty variables count as absent. Throws one ConfigError naming every mistake. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
	const read = schema.safeParse(given);
	if (!read.success)
		throw new ConfigError(
			read.error.issues.map(
				(issue) =>
					`${issue.path.join('.')}: ${issue.message} (got ${JSON.stringify(withoutPassword(given[String(issue.path[0])] ?? ''))})`,
			),
		);
	const { PORT, HOST, ORIGIN, DATA_DIR, ...rest } = read.data;
	const dataDir = path.resolve(DATA_DIR);
	const shown = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST.includes(':') ? `[${HOST}]` : HOST;
	const origin = (ORIGIN ?? `http://${shown}:${PORT}`).replace(/\/+$/, '');
	return {
		port: PORT,
		host: HOST,
		origin,
		dataDir,
		filesDir: path.join(dataDir, 'files'),
		databaseUrl: rest.DATABASE_URL ?? null,
		pgBinDir: rest.PG_BIN_DIR ?? null,
		smtpUrl: rest.SMTP_URL ?? null,
		worker: rest.WORKER,
		trustProxy: rest.TRUST_PROXY,
		fetchPrivate: rest.FETCH_PRIVATE,
		secure: origin.startsWith('https:'),
	};
}
