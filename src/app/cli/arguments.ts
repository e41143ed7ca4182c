// How commands are called: what each takes is declared, and what it does not take is said before anything is touched.
import { parseArgs } from 'node:util';

export interface Takes {
	/** Names of the words it takes, in order, as its help writes them: FILE, rebuild; one in brackets may be left out. */
	words?: readonly string[];
	/** Names of words it takes after those, or does without. */
	maybe?: readonly string[];
	/** Options with a value, and what stands for it in the help. */
	options?: Readonly<Record<string, string>>;
	/** Options with one value or more (`--data a b`, `--data a --data b`), and what stands for one in the help. */
	lists?: Readonly<Record<string, string>>;
	/** Options without a value. */
	flags?: readonly string[];
}

export interface Args {
	words: readonly string[];
	/** The value after `--name`, or null. */
	option(name: string): string | null;
	/** All values after `--name`, in order. */
	list(name: string): readonly string[];
	flag(name: string): boolean;
}

export interface CliCommand {
	help: string;
	takes: Takes;
	run(args: Args): Promise<void>;
}

/** Reads the arguments of a command; a sentence about the first that it does not take, else what was given. */
export function readArgs(
	argv: readonly string[],
	{ words = [], maybe = [], options = {}, lists = {}, flags = [] }: Takes,
): Args | string {
	const config = Object.fromEntries([
		...flags.map((name) => [name, { type: 'boolean' as const }]),
		...Object.keys({ ...options, ...lists }).map((name) => [name, { type: 'string' as const }]),
	]);
	const { tokens, values } = parseArgs({
		args: [...argv],
		options: config,
		strict: false,
		allowPositionals: true,
		tokens: true,
	});
	const seen = new Set<string>();
	const positionals: string[] = [];
	const listed = new Map<string, string[]>();
	let list: string[] | null = null;
	for (const token of tokens) {
		if (token.kind === 'positional') (list ?? positionals).push(token.value);
		if (token.kind !== 'option') continue;
		const { name, rawName, value } = token;
		if (!Object.hasOwn(config, name)) return `There is no option ${rawName}.`;
		const isList = Object.hasOwn(lists, name);
		if (seen.has(name) && !isList) return `${rawName} is given twice.`;
		seen.add(name);
		list = isList ? (listed.get(name) ?? []) : null;
		if (list) listed.set(name, [...list, ...(value ? [value] : [])]);
		list = listed.get(name) ?? null;
		const expected = options[name] ?? lists[name];
		if (expected !== undefined && (!value || (!token.inlineValue && value.startsWith('--'))))
			return `${rawName} needs a value: ${rawName} ${expected}.`;
		if (expected === undefined && value !== undefined) return `${rawName} takes no value.`;
	}
	const over = positionals[words.length + maybe.length];
	if (over !== undefined) return `«${over}» is one word too many.`;
	const needed = words.filter((word) => !word.startsWith('['));
	if (positionals.length < needed.length) return `${needed.slice(positionals.length).join(' and ')} is missing.`;
	return {
		words: positionals,
		option: (name) => (typeof values[name] === 'string' ? values[name] : null),
		list: (name) => listed.get(name) ?? [],
		flag: (name) => values[name] === true,
	};
}

/** The name that differs least from what was typed, when it is near enough to be meant. */
export function nearest(typed: string, names: readonly string[]): string | null {
	const distance = (a: string, b: string): number => {
		let row = Array.from({ length: b.length + 1 }, (_, n) => n);
		for (const [i, sign] of Array.from(a).entries())
			row = row.reduce<number[]>((next, above, j) => {
				if (j === 0) return [i + 1];
				return [...next, Math.min(above + 1, next[j - 1]! + 1, row[j - 1]! + (sign === b[j - 1] ? 0 : 1))];
			}, []);
		return row.at(-1)!;
	};
	const [best] = names.map((name) => ({ name, far: distance(typed, name) })).sort((a, b) => a.far - b.far);
	return best && best.far <= Math.max(1, Math.floor(typed.length / 3)) ? best.name : null;
}
