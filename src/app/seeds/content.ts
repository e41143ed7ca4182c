// The shapes of content/*.json and how they are read: from disk when needed, so that no page keeps them in memory.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Role, SpaceKind } from '#foundations/spaces/index.ts';
import { root } from '#platform/server/root.ts';

/** A text by language. */
export type Words = Record<string, string>;

export interface SeedSpace {
	key: string;
	kind: SpaceKind;
	/** Key of the space above; null for the root. */
	parent: string | null;
	address: string;
	names: Words;
	descriptions: Words;
	languages: string[];
	hue: number;
	secondHue: number;
	/** Ground of the logo, `#rrggbb`; the drawing on it is white. */
	logoColour: string;
	/** SVG of 48 × 48 drawn in `currentColor`. */
	logo: string;
	/** Code of a Moroccan province. */
	territory: string;
	guests: { comment: boolean; support: boolean; propose: boolean };
	rulebook: { number: number; title: Words; text: Words; template: Words }[];
	/** Texts are published only when a validator has signed them off. */
	signOff?: boolean;
	/** Watched by the gate. */
	words: string[];
}

export interface SeedPerson {
	key: string;
	name: string;
	email: string;
	locale: string;
	roles: { space: string; role: Role }[];
}

export interface SeedWork {
	key: string;
	space: string;
	author: string;
	state: 'published' | 'draft' | 'proposed' | 'returned' | 'scheduled';
	/** Since publication; null when it is not published. */
	daysAgo: number | null;
	/** Since the last move of a work that is not published. */
	workedOnDaysAgo?: number;
	publishInDays?: number;
	reviewBy?: string;
	reason?: Words;
	credit: string | null;
	/** Language of the first version. */
	lang: string;
	/** Bodies are plain text, paragraphs parted by an empty line. */
	versions: Record<string, { title: string; summary: string; body: string }>;
}

export interface SeedPicture {
	/** Key of the work. */
	work: string;
	/** A drawing of motifs.ts. */
	motif: string;
	/** In the work's first language. */
	alt: string;
}

export interface SeedDecision {
	outcome: 'published' | 'refused';
	rule: number | null;
	sentence: string | null;
	sentenceLang: string | null;
	by: string;
	hoursAfter: number;
}

export interface SeedContribution {
	key: string;
	/** Key of the work or proposal. */
	on: string;
	/** A person's key; null for a guest. */
	author: string | null;
	guest: string | null;
	/** In the name of the space. */
	asSpace?: boolean;
	daysAgo: number;
	/** Language of the words; `ary` (Moroccan Arabic) and `ary-Latn` count as Arabic. */
	lang: string;
	text: string;
	replyTo: string | null;
	expected: 'published' | 'held' | 'refused';
	held: string | null;
	decision: SeedDecision | null;
}

export interface SeedProcess {
	key: string;
	space: string;
	title: Words;
	description: Words;
	/** Calendar days from today, both included. */
	phases: { key: string; name?: Words; daysFrom: number; daysTo: number }[];
}

export interface SeedProposal {
	key: string;
	author: string | null;
	guest: string | null;
	/** Entered by a facilitator for this guest. */
	assisted?: boolean;
	lang: string;
	place: string | null;
	daysAgo: number;
	supports: number;
	title: string;
	text: string;
}

export interface SeedAnswer {
	proposal: string;
	outcome: 'accepted' | 'declined';
	daysAgo: number;
	by: string;
	text: Words;
	commitment: {
		owner: Words;
		budget: number | null;
		dueInDays: number;
		status: 'planned' | 'under_way' | 'done';
		doneDaysAgo: number | null;
		progress: { daysAgo: number; text: Words }[];
	} | null;
}

export interface Content {
	spaces: SeedSpace[];
	people: SeedPerson[];
	works: SeedWork[];
	pictures: SeedPicture[];
	contributions: SeedContribution[];
	/** Codes of Moroccan territories by the keys of works and proposals. */
	places: Record<'works' | 'proposals', Record<string, string>>;
	process: SeedProcess;
	proposals: SeedProposal[];
	answers: SeedAnswer[];
	/** The file of an outside feed, with entries that cannot be read. */
	feed: { space: string; by: string; daysAgo: number; file: string; bytes: string };
}

const folder = path.join(root, 'src', 'app', 'seeds');
const read = async <Shape>(name: string): Promise<Shape> =>
	JSON.parse(await readFile(path.join(folder, 'content', `${name}.json`), 'utf8')) as Shape;

/** Everything the demonstration is made of. */
export async function readContent(): Promise<Content> {
	const { spaces } = await read<Pick<Content, 'spaces'>>('spaces');
	const { people } = await read<Pick<Content, 'people'>>('people');
	const { pictures } = await read<Pick<Content, 'pictures'>>('pictures');
	const places = await read<Content['places']>('places');
	const participation = await read<Pick<Content, 'process' | 'proposals' | 'answers'>>('participation');
	const works = await Promise.all([1, 2, 3, 4].map((part) => read<Pick<Content, 'works'>>(`works-${part}`)));
	const talk = await Promise.all(
		[1, 2, 3].map((part) => read<Pick<Content, 'contributions'>>(`contributions-${part}`)),
	);
	return {
		spaces,
		people,
		pictures,
		places,
		...participation,
		works: works.flatMap((part) => part.works),
		contributions: talk.flatMap((part) => part.contributions),
		feed: {
			space: 'tizi',
			by: 'fz-amraoui',
			daysAgo: 2.4,
			file: 'maison-du-caroubier.xml',
			bytes: await readFile(path.join(folder, 'content', 'feed.xml'), 'base64'),
		},
	};
}

/** The language the database keeps for a language of the content. */
export const localeOf = (lang: string): string => (lang.startsWith('ary') ? 'ar' : lang);
