// The command line: one table of commands, each loaded when it is called.
import { type CliCommand, nearest, readArgs } from './cli/arguments.ts';
import { inWords } from './cli/trouble.ts';

const commands: Readonly<Record<string, () => Promise<CliCommand>>> = {
	start: async () => (await import('./cli/start.ts')).start,
	worker: async () => (await import('./cli/start.ts')).worker,
	migrate: async () => (await import('./cli/maintain.ts')).migrateCommand,
	demo: async () => (await import('./cli/demo.ts')).demo,
	import: async () => (await import('./cli/import.ts')).importCommand,
	report: async () => (await import('./cli/report.ts')).report,
	indicators: async () => (await import('./cli/maintain.ts')).indicators,
	routes: async () => (await import('./cli/routes.ts')).routes,
	doctor: async () => (await import('./cli/doctor.ts')).doctor,
	'clean-html': async () => (await import('./cli/clean-html.ts')).cleanHtmlCommand,
	'opinion-map': async () => (await import('./cli/opinion-map.ts')).opinionMap,
	bursts: async () => (await import('./cli/bursts.ts')).burstsCommand,
	tally: async () => (await import('./cli/tally.ts')).tallyCommand,
	feed: async () => (await import('./cli/feed.ts')).feedCommand,
	claims: async () => (await import('./cli/claims.ts')).claims,
	screen: async () => (await import('./cli/screen.ts')).screenCommand,
	backup: async () => (await import('./cli/backup.ts')).backupCommand,
	restore: async () => (await import('./cli/backup.ts')).restoreCommand,
};

const list = `joussour <command>\n\n  ${Object.keys(commands).join('\n  ')}\n\nEach command explains itself with --help.\n`;

/** Called wrongly: said on the error stream, exit code 2. */
function misuse(...lines: string[]): void {
	process.stderr.write(`${lines.join('\n')}\n`);
	process.exitCode = 2;
}

async function main(): Promise<void> {
	const [name = 'help', ...argv] = process.argv.slice(2);
	if (['help', '--help', '-h'].includes(name)) return void process.stdout.write(list);
	const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!load) {
		const meant = nearest(name, Object.keys(commands));
		return misuse(`There is no command «${name}».${meant ? ` Did you mean ${meant}?` : ''}`, '', list.trimEnd());
	}
	const command = await load();
	if (argv.includes('--help') || argv.includes('-h')) return void process.stdout.write(`${command.help.trim()}\n`);
	const args = readArgs(argv, command.takes);
	if (typeof args === 'string')
		return misuse(args, `Call it so: ${command.help.trim().split('\n')[0]}`, `joussour ${name} --help says more.`);
	await command.run(args);
}

// A reader that has seen enough (`| head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

main().catch((error: unknown) => {
	process.stderr.write(`${inWords(error) ?? (error instanceof Error ? error.stack : String(error))}\n`);
	process.exit(1);
});
