// The command line: one table of commands, each loaded when it is called.
import { ConfigError } from '#platform/server/config.ts';
import { isRefused } from '#platform/refusal.ts';
import { translatorFor } from '#platform/i18n/index.ts';

interface CliCommand {
	help: string;
	run(args: string[]): Promise<void>;
}

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
	backup: async () => (await import('./cli/backup.ts')).backupCommand,
	restore: async () => (await import('./cli/backup.ts')).restoreCommand,
};

async function main(): Promise<void> {
	const [name = 'help', ...args] = process.argv.slice(2);
	const load = commands[name];
	if (!load) {
		process.stdout.write(
			`joussour <command>\n\n  ${Object.keys(commands).join('\n  ')}\n\nEach command explains itself with --help.\n`,
		);
		process.exitCode = name === 'help' || name === '--help' ? 0 : 2;
		return;
	}
	const command = await load();
	if (args.includes('--help')) process.stdout.write(`${command.help.trim()}\n`);
	else await command.run(args);
}

// A reader that has seen enough (`| head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

main().catch((error: unknown) => {
	if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
	else if (isRefused(error))
		process.stderr.write(`${translatorFor('en').code(error.refusal.code, error.refusal.params)}\n`);
	else
		process.stderr.write(
			`${error instanceof Error ? (error.name === 'ServerRefused' || error.name === 'BackupRefused' ? error.message : error.stack) : String(error)}\n`,
		);
	process.exit(1);
});
