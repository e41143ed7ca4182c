// The server's settings as text: modest memory, no network, nothing that trades safety for speed. Pure.

/** Longest path of a Unix socket in bytes (108 with its closing zero). */
const longestSocket = 107;
const port = 5432;

/** Whether a folder can hold the socket: short enough, and free of characters that need quoting in a list. */
export function fitsSocket(folder: string): boolean {
	return /^[\w/.-]+$/.test(folder) && Buffer.byteLength(`${folder}/.s.PGSQL.${port}`) <= longestSocket;
}

/** Text of the settings file, written again before each start so that a new release brings its own. */
export function settingsText(socketFolder: string, major: number): string {
	const lines = [
		`listen_addresses = ''`,
		`unix_socket_directories = '${socketFolder}'`,
		'unix_socket_permissions = 0700',
		`port = ${port}`,
		'max_connections = 60',
		'shared_buffers = 48MB',
		'effective_cache_size = 256MB',
		// Disks of today, and tables that lie in memory: an index is worth using on small ones too.
		'random_page_cost = 1.1',
		'work_mem = 4MB',
		'maintenance_work_mem = 32MB',
		'max_wal_size = 512MB',
		'min_wal_size = 64MB',
		'autovacuum_max_workers = 2',
		'max_parallel_workers_per_gather = 0',
		'jit = off',
		'fsync = on',
		'synchronous_commit = on',
		'full_page_writes = on',
		`timezone = 'UTC'`,
		`log_timezone = 'UTC'`,
		'log_min_duration_statement = 1000',
		...(major >= 18 ? ['io_method = sync'] : []),
	];
	return `# Written by Joussour at each start. Your own settings: postgresql.conf, below its last line.\n${lines.join('\n')}\n`;
}

/** Arguments of initdb. The default collation is the server's own from 17 on, so no library change can break an index. */
export function initArguments(data: string, owner: string, major: number): string[] {
	const provider = major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [];
	const access = ['--auth-local=trust', '--auth-host=reject'];
	return [
		'-D',
		data,
		'-U',
		owner,
		...access,
		'-E',
		'UTF8',
		...provider,
		'--locale=C.UTF-8',
		'--data-checksums',
		'--no-instructions',
	];
}
