// The command line: one table of commands, each loaded when it is called.
import { type CliCommand, nearest, readArgs } from './cli/arguments.ts';
import { inWords } from './cli/trouble.ts';

/** What a command does, in a few words, and where it is. */
const commands: Readonly<Record<string, readonly [does: string, load: () => Promise<CliCommand>]>> = {
	start: ['pages, worker and database', async () => (await import('./cli/start.ts')).start],
	worker: ['jobs and followers alone, beside page processes', async () => (await import('./cli/start.ts')).worker],
	migrate: ['bring the database up to date', async () => (await import('./cli/maintain.ts')).migrateCommand],
	demo: ['load the demonstration', async () => (await import('./cli/demo.ts')).demo],
	import: [
		'bring a feed into the review queue of a space',
		async () => (await import('./cli/import.ts')).importCommand,
	],
	report: ['figures of a period as a page, PDF or CSV', async () => (await import('./cli/report.ts')).report],
	indicators: [
		'count the figures again from the activity log',
		async () => (await import('./cli/maintain.ts')).indicators,
	],
	routes: ['every address and who may', async () => (await import('./cli/routes.ts')).routes],
	doctor: ['what is in order and what is not', async () => (await import('./cli/doctor.ts')).doctor],
	'clean-html': ['HTML as pages show it', async () => (await import('./cli/clean-html.ts')).cleanHtmlCommand],
	'opinion-map': [
		'groups of opinion from votes on statements',
		async () => (await import('./cli/opinion-map.ts')).opinionMap,
	],
	bursts: ['sudden crowds in counts an hour', async () => (await import('./cli/bursts.ts')).burstsCommand],
	tally: ['count a participatory budget', async () => (await import('./cli/tally.ts')).tallyCommand],
	feed: ['read any feed as one JSON', async () => (await import('./cli/feed.ts')).feedCommand],
	claims: ['find the checked claim a post repeats', async () => (await import('./cli/claims.ts')).claims],
	screen: ['what screening sees in texts; train it', async () => (await import('./cli/screen.ts')).screenCommand],
	backup: ['one archive of rows and files', async () => (await import('./cli/backup.ts')).backupCommand],
	restore: ['put an archive into an empty database', async () => (await import('./cli/backup.ts')).restoreCommand],
};

const list = `joussour <command>

${Object.entries(commands)
	.map(([name, [does]]) => `  ${name.padEnd(12)} ${does}`)
	.join('\n')}

Each command explains itself with --help.
`;

/** Called wrongly: said on the error stream, exit code 2. */
function misuse(...lines: string[]): void {
	process.stderr.write(`${lines.join('\n')}\n`);
	process.exitCode = 2;
}

async function main(): Promise<void> {
	const [name = 'help', ...argv] = process.argv.slice(2);
	if (['help', '--help', '-h'].includes(name)) return void process.stdout.write(list);
	const known = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!known) {
		const meant = nearest(name, Object.keys(commands));
		return misuse(`There is no command «${name}».${meant ? ` Did you mean ${meant}?` : ''}`, '', list.trimEnd());
	}
	const command = await known[1]();
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
