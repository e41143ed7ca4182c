// A thread as a page shows it: the shapes handed to its components, and the order in which replies are read.
import type { Locale } from '#platform/i18n/index.ts';
import type { ContributionState } from './contribution.ts';

export type Sort = 'oldest' | 'newest';

export interface ContributionView {
	id: string;
	parentId: string | null;
	authorKind: string;
	authorId: string;
	/** Null for a guest without a name and for a forgotten person. */
	name: string | null;
	locale: string;
	/** The language to tell a reader of another one; absent when it is theirs or not known. */
	foreign?: Locale | null;
	/** Empty unless published. */
	text: string;
	state: ContributionState;
	createdAt: Date;
	editedAt: Date | null;
	/** Said in the name of the space. */
	asSpace: boolean;
	replies: ContributionView[];
}

export interface ThreadView {
	open: boolean;
	published: number;
	items: ContributionView[];
	/** Cursor of the next page, when there is one. */
	next: string | null;
}

/** Everything a page with a thread needs; made by `threadFor` of the application. */
export interface ThreadPage {
	subjectId: string;
	/** Address of the page, without query. */
	path: string;
	locale: Locale;
	now: Date;
	view: ThreadView;
	sort: Sort;
	/** False when the page shown begins after the start of the thread. */
	first: boolean;
	/** The contribution being quoted in the form. */
	quoted: { id: string; text: string } | null;
	/** The reader has just said something that waits for a moderator. */
	held: boolean;
	may: 'contribute' | 'sign_in' | 'closed';
	/** Id of the signed-in reader. */
	me: string | null;
	/** First contributions of guests are read by a moderator before they appear. */
	screened: boolean;
	/** Address of the rules of the space. */
	rules: string;
	/** The space, for what is said in its name. */
	space: { name: string; locale: string };
}

/** What a page hands over about one of its forms: values typed and refusals, by field name. */
export interface Typed {
	value(name: string, stored?: string | null): string;
	refusal(name: string): string | undefined;
	errors(
		labels: Readonly<Record<string, string>>,
	): { field?: string | undefined; label?: string | undefined; text: string }[];
	readonly refused: boolean;
}

/** One line of a thread read from top to bottom. */
export interface Line {
	item: ContributionView;
	/** Indents shown: 0, 1 or 2. */
	depth: 0 | 1 | 2;
	/** What it answers. */
	answers: ContributionView | null;
	/** Whether the place alone shows what it answers: it stands right under it. */
	clear: boolean;
}

/** Contributions with their replies in reading order; deeper than two indents they stay flat and say what they answer. */
export function linesOf(items: readonly ContributionView[]): Line[] {
	const lines: Line[] = [];
	const add = (item: ContributionView, level: number, answers: ContributionView | null): void => {
		const clear = answers !== null && level <= 2 && lines.at(-1)?.item === answers;
		lines.push({ item, depth: Math.min(level, 2) as Line['depth'], answers, clear });
		for (const reply of item.replies) add(reply, level + 1, item);
	};
	for (const item of items) add(item, 0, null);
	return lines;
}
