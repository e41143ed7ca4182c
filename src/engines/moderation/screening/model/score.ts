// The score of a text by a model, and the words it comes from.
import type { Span } from '../fold.ts';
import { type Buckets, FEATURE_BITS, featuresOf, newBuckets } from './features.ts';
import { guessPool } from './guess.ts';
import { type Head, MAGHREB, type Model, poolOfLang, type Script } from './model.ts';
import { Reader, type Reading } from './read.ts';
import { scriptOf } from './rows.ts';

/** What a model thinks of a text. */
export interface Opinion {
	/** 0 to 1; from 0.5 a moderator should look. */
	readonly score: number;
	readonly logit: number;
	readonly script: Script;
	/** `abuse` or `spam`: which said more. */
	readonly about: 'abuse' | 'spam';
	/** What a word of the list added to the logit. */
	readonly added: number;
}

/** A word that raised the score: its folded letters, place and share of the raw sum. */
export interface Weighed {
	readonly feature: string;
	readonly span: Span;
	readonly weight: number;
}

/** Judges texts one after the other with room of its own. */
export class Judge {
	readonly model: Model;
	readonly #reader: Reader;
	#found: Buckets = newBuckets();
	#reading: Reading | null = null;
	#head: Head | null = null;

	constructor(model: Model) {
		this.model = model;
		this.#reader = new Reader(model.vocabulary);
	}

	/** Any string; `lang` helps where given; `listed`: whether a word of the list stands in it. */
	judge(text: string, lang?: string, listed = false): Opinion {
		const reading = this.#reader.read(text);
		this.#reading = reading;
		this.#found = featuresOf(reading, this.#found);
		const script = scriptOf(reading);
		const letters = reading.words === 0 ? NOTHING : this.#logit(this.model, script, lang, false);
		const abuse = listed && reading.words > 0 ? this.#logit(this.model, script, lang, true) : letters;
		const { spam } = this.model;
		const asSpam = spam === null || reading.words === 0 ? NOTHING : logitOf(spam, this.#found, script);
		const logit = Math.max(abuse, asSpam);
		if (spam !== null && asSpam > abuse) this.#head = spam;
		return {
			score: 1 / (1 + Math.exp(-logit)),
			logit,
			script,
			about: asSpam > abuse ? 'spam' : 'abuse',
			added: abuse - letters,
		};
	}

	/** The text judged last, as it was read; holds until the next. */
	get reading(): Reading {
		return this.#reading ?? this.#reader.read('');
	}

	/** The words that weighed most towards holding in the text judged last. */
	because(most = 3): Weighed[] {
		const reading = this.#reading;
		const head = this.#head;
		if (reading === null || head === null) return [];
		const byWord = new Float64Array(reading.words);
		const scale = head.step / Math.sqrt(this.#found.count || 1);
		for (let i = 0; i < this.#found.count; i += 1)
			byWord[this.#found.word[i]!]! += scale * head.weights[this.#found.list[i]! >>> (FEATURE_BITS - head.bits)]!;
		return [...byWord.entries()]
			.filter(([, weight]) => weight > 0)
			.sort(([a, x], [b, y]) => y - x || a - b)
			.slice(0, most)
			.map(([word, weight]) => {
				const from = reading.from[word]!;
				const to = reading.to[word]!;
				return {
					feature: String.fromCodePoint(...reading.codes.subarray(from, Math.min(to, from + 60))),
					span: { start: reading.starts[from]!, end: reading.ends[to - 1]! },
					weight: Math.round(weight * 1000) / 1000,
				};
			});
	}

	#logit(model: Model, script: Script, lang: string | undefined, listed: boolean): number {
		const head = headFor(model, script, lang, this.#found);
		const own = head === undefined ? 0 : logitOf(head, this.#found, script) + (listed ? head.curves[script].listed : 0);
		if (model.base === null || model.blends === null) {
			this.#head = head ?? null;
			return own;
		}
		const base = this.#logit(model.base, script, lang, listed);
		const blend = model.blends[script];
		if (blend.own >= blend.base && head !== undefined) this.#head = head;
		return blend.base * base + blend.own * own + blend.shift;
	}
}

const NOTHING = -20;

function headFor(model: Model, script: Script, lang: string | undefined, found: Buckets): Head | undefined {
	const [only] = model.heads;
	if (model.heads.length < 2) return only;
	const named = (pool: string | null) => model.heads.find(({ name }) => name === pool);
	if (script === 'arab') return named(MAGHREB) ?? only;
	return named(poolOfLang(lang)) ?? (model.guesser === null ? only : (named(guessPool(model.guesser, found)) ?? only));
}

function logitOf(head: Head, found: Buckets, script: Script): number {
	const shift = FEATURE_BITS - head.bits;
	let sum = 0;
	for (let i = 0; i < found.count; i += 1) sum += head.weights[found.list[i]! >>> shift]!;
	const { slope, cut } = head.curves[script];
	return slope * (head.bias + (head.step * sum) / Math.sqrt(found.count || 1) - cut);
}
