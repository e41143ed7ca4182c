// The score of a text by a model, and the words it comes from.
import type { Span } from '../fold.ts';
import { FEATURE_BITS } from './features.ts';
import { guessPool } from './guess.ts';
import { type Head, MAGHREB, type Model, poolOfLang, type Script } from './model.ts';
import { Reader } from './read.ts';
import type { Reading } from './reading.ts';
import { scriptOf } from './rows.ts';
import { looked } from './second-look.ts';
import { bothOf, NEAR } from './spam.ts';
import { Looker, partsOf, type Seen, traitsOf } from './traits.ts';

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
	readonly #looker: Looker;
	#seen: Seen;
	#head: Head | null = null;
	#guessed: string | null = null;

	constructor(model: Model) {
		this.model = model;
		this.#looker = new Looker(new Reader(model.vocabulary));
		this.#seen = this.#looker.look('');
	}

	/** Any string; `lang` helps where given; `listed`: whether a word of the list stands in it. */
	judge(text: string, lang?: string, listed = false): Opinion {
		this.#seen = this.#looker.look(text);
		const { reading } = this.#seen;
		this.#guessed = null;
		const script = scriptOf(reading);
		const letters = reading.words === 0 ? NOTHING : this.#logit(this.model, script, lang, false);
		const abuse = listed && reading.words > 0 ? this.#logit(this.model, script, lang, true) : letters;
		const asSpam = reading.words === 0 ? NOTHING : this.#spamLogit(script, lang);
		const logit = Math.max(abuse, asSpam);
		if (asSpam > abuse) this.#head = this.model.spam;
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
		return this.#seen.reading;
	}

	/** The words that weighed most towards holding in the text judged last. */
	because(most = 3): Weighed[] {
		const { reading, found } = this.#seen;
		const head = this.#head;
		if (head === null) return [];
		const byWord = new Float64Array(reading.words);
		const scale = head.step / Math.sqrt(found.count || 1);
		for (let i = 0; i < found.count; i += 1)
			byWord[found.word[i]!]! += scale * head.weights[found.list[i]! >>> (FEATURE_BITS - head.bits)]!;
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

	#spamLogit(script: Script, lang: string | undefined): number {
		const { spam, nearSpam } = this.model;
		if (spam === null) return NOTHING;
		const beside = logitOf(spam, this.#seen, script);
		if (nearSpam === null || !this.#isOf(nearSpam.name.slice(NEAR.length), script, lang)) return beside;
		return bothOf(logitOf(nearSpam, this.#seen, script), beside);
	}

	/** Whether the text is of a pool, as far as one can tell: its script, its language, or a guess. */
	#isOf(pool: string, script: Script, lang: string | undefined): boolean {
		if (script === 'arab') return pool === MAGHREB;
		return (poolOfLang(lang) ?? this.#guess(this.model) ?? pool) === pool;
	}

	#logit(model: Model, script: Script, lang: string | undefined, listed: boolean): number {
		const head = this.#headOf(model, script, lang);
		const own = logitOf(head, this.#seen, script) + (listed ? head.curves[script].listed : 0);
		if (model.base === null || model.blends === null) {
			this.#head = head;
			return own;
		}
		const base = this.#logit(model.base, script, lang, listed);
		const blend = model.blends[script];
		if (blend.own >= blend.base) this.#head = head;
		return blend.base * base + blend.own * own + blend.shift;
	}

	#headOf(model: Model, script: Script, lang: string | undefined): Head {
		const only = model.heads[0]!;
		if (model.heads.length < 2) return only;
		const named = (pool: string | null) => model.heads.find(({ name }) => name === pool);
		if (script === 'arab') return named(MAGHREB) ?? only;
		return named(poolOfLang(lang)) ?? named(this.#guess(model)) ?? only;
	}

	/** The pool of a text in Latin letters, guessed once by the one guesser there is: the model's or its base's. */
	#guess({ guesser, base }: Model): string | null {
		if (guesser === null) return base === null ? null : this.#guess(base);
		this.#guessed ??= guessPool(guesser, this.#seen.found);
		return this.#guessed;
	}
}

const NOTHING = -20;

function logitOf(head: Head, seen: Seen, script: Script): number {
	const { slope, cut } = head.curves[script];
	return slope * ((head.look === null ? partsOf(head, seen).sum : looked(head.look, traitsOf(head, seen))) - cut);
}
