// The rule layer: what a text announces or gives away, found by patterns over its words.
import type { Span } from '../fold.ts';
import { Reader } from '../model/read.ts';
import type { Reading } from '../model/reading.ts';
import { type Compiled, compiled, type Key, keyOf } from './patterns.ts';
import { lists } from './words.ts';

export type WordRule = 'threat' | 'dehumanising' | 'doxxing' | 'payment';

export interface RuleFound {
	readonly rule: WordRule;
	readonly span: Span;
	/** How sure the rule is, 0.5 to 1: the score a text gets at least. */
	readonly weight: number;
}

interface Rule {
	readonly rule: WordRule;
	readonly weight: number;
	readonly patterns: readonly Compiled[];
	/** A negation up to three words before, or inside, takes the rule back. */
	readonly unlessDenied: boolean;
}

const rule = (name: WordRule, weight: number, unlessDenied: boolean, ...patterns: string[]): Rule => ({
	rule: name,
	weight,
	patterns: patterns.map((pattern) => compiled(pattern, lists)),
	unlessDenied,
});

const NUMBER = '<number>';

const rules: readonly Rule[] = [
	rule(
		'threat',
		0.9,
		true,
		'<will.en> ..4 !<harm.en>',
		'<must.en> ..5 !<dead.en>',
		'!kill|shoot|burn|hang|rape|gas|exterminate|lynch|behead all|every|them|these|those|the',
		'<must.en> ..2 !kill|shoot|stab|hang|lynch|behead|murder|rape|execute|strangle|poison him|her|them|you|those|these|every|all|that|your|his',
		'!set your|his|her|their ..2 on fire',
		'break|smash|crush|slit|cut|rip|slice|bash|crack|cave your|his|her|their ..1 !<body.en>',
		'hope|wish|pray ..3 !stabs|shoots|kills|murders|hangs|burns|rapes|strangles|poisons|beheads him|her|them|you',
		'come|coming ..5 with a|an|my !knife|gun|axe|machete|shotgun|rifle|kalashnikov',
		'<will.fr> ..4 !<harm.fr>',
		'je|on|nous ..2 !<future.fr>',
		'<must.fr> ..5 !<dead.fr>',
		'je te|vous !tue|tuerai|bute|fracasse|égorge|massacre|saigne|défonce|démonte|explose|brûle|fume|crame|étrangle|découpe|pulvérise|éclate|crève|plante|troue|descends',
		'te|vous !casse|brise|pète|tranche|fracasse|explose|arrache la|le|les <body.fr>',
		'on te|vous !tue|bute|égorge|massacre|lynche|saigne|pend|brûle|crève|étrangle|flingue|fusille|plante',
		'casser|briser|péter|trancher|couper|écraser|fracasser|exploser|arracher|ouvrir|crever ta|tes|sa|ses|leur|leurs|ton|son|vos|votre !<body.fr>',
		'te|vous|lui|leur casser|briser|péter|trancher|couper|écraser|fracasser|exploser|arracher|ouvrir|crever la|les|le !<body.fr>',
		'viens|vient|arrive|venons|arrivons ..4 avec un|une|mon|ma !couteau|fusil|flingue|hache|machette|pistolet|kalachnikov|batte',
		'!<said.fr>',
		'!tuez|exterminez|brûlez|pendez|violez|égorgez|butez|fusillez les|tou*|ces|la|le',
		'<will.es> ..4 !<harm.es>',
		'te|os|los|las|les|lo|la ..1 !<future.es>',
		'<must.es> ..5 !<dead.es>',
		'te|os !reviento|degüello|apuñalo|fusilo|cuelgo|estrangulo|acuchillo|liquido|entierro',
		'te|os !rompo|parto|arranco|reviento|saco|rajo|machaco el|la|los|las <body.es>',
		'te|os !linchamos|matamos|reventamos|colgamos|quemamos|fusilamos|degollamos|rajamos|enterramos|despellejamos',
		'te|os|le|les|lo|los voy|vamos|van|va a cortar|romper|partir|arrancar|rajar|sacar|reventar|aplastar|abrir|pisar ..1 !<body.es>',
		'pegar|pegarte|pegarle|dar|darte|darle|meter|meterte|meterle|pegue|peguen|meta|metan un|dos|tres|cuatro !tiro|tiros|balazo|balazos|puñalada|navajazo|navajazos',
		'voy|vamos|vengo|venimos|iré|iremos ..4 con un|una|mi !cuchillo|pistola|escopeta|navaja|machete|hacha',
		'!<said.es>',
		'!muerte a todos|todas|los|las|esos|esas|estos|estas|esa|ese|ellos|ellas',
		'!muerte al que|moro|negro|judío|rojo|facha|traidor',
		'!maten|matad|fusilen|quemen|violen|exterminen a|todos|todas|los|las',
		'!<harm.ar>',
		'<will.ar> ..3 !<act.ar>',
		'<must.ar> ..4 !<dead.ar>',
		'!<said.ar>',
		'<will.ary> ..2 !<act.ary>',
		'!<joined.ary>',
		'!<said.ary>',
		'!<said.en>',
		'!<self.en>',
		'!<self.fr>',
		'!<self.es>',
		'!<self.ar>',
		'!<self.ary>',
		'!death to all|the|those|these|them|you|every|<them.en>',
	),
	// Who will not come out alive: the denial is the threat.
	rule(
		'threat',
		0.9,
		false,
		'<out.en> ..4 !alive',
		'sortiras|sortirez|sortira|sortiront|repartiras|repartirez ..2 !vivant*',
		'saldrás|saldréis|saldrá|saldrán ..2 !vivo|viva|vivos|vivas',
		'تخرج*|يخرج*|تخرجو*|تخرجش* ..3 !حيا|حي|أحياء|حيين',
	),
	rule(
		'dehumanising',
		0.8,
		true,
		'<them.en> ..2 <is.en> ..3 !<beast.en>',
		'<them.fr> ..2 <is.fr> ..3 !<beast.fr>',
		'<them.es> ..2 <is.es> ..3 !<beast.es>',
		'<them.ar> ..2 !<beast.ar>',
		'!<beast.ar> <them.ar>',
	),
	rule(
		'doxxing',
		0.75,
		false,
		`<whose> ..1 !<home> ..8 ${NUMBER}`,
		`${NUMBER} ..4 <whose> ..1 !<home>`,
		`!<call> ..6 ${NUMBER}`,
		`!<lives> ..4 0|00|000|0000`,
		'<whose> !home|house address',
	),
	rule('payment', 0.7, false, '!<pay> ..8 <lure>', '<lure> ..8 !<pay>'),
];

const denial = compiled('<not>', lists).found;

const all = rules.flatMap((one) => one.patterns.map(({ found, keys }) => ({ ...one, found, keys })));

/** A key and the pattern it calls for. */
interface Caller extends Key {
	readonly pattern: number;
}
/** By the number of a word's first letters. */
const callers = new Map<number, Caller[]>();
for (const [i, { keys }] of all.entries())
	for (const { codes, open } of keys) {
		const number = keyOf(codes, 0, codes.length);
		callers.set(number, [...(callers.get(number) ?? []), { codes, open, pattern: i }]);
	}
/** Whether a number calls for any, to be asked for every word. */
const isCalled = new Uint8Array(0x10000);
for (const number of callers.keys()) isCalled[number] = 1;

function calledBy(reading: Reading): ReadonlySet<number> {
	const called = new Set<number>();
	for (let w = 0; w < reading.words; w += 1) {
		const [from, to] = [reading.from[w]!, reading.to[w]!];
		const number = keyOf(reading.codes, from, to);
		if (isCalled[number] === 0) continue;
		for (const { codes, open, pattern } of callers.get(number)!)
			if (begins(codes, open, reading, from, to)) called.add(pattern);
	}
	return called;
}

function begins(codes: readonly number[], open: boolean, reading: Reading, from: number, to: number): boolean {
	if (open ? to - from < codes.length : to - from !== codes.length) return false;
	for (let i = 0; i < codes.length; i += 1) if (reading.codes[from + i] !== codes[i]) return false;
	return true;
}

const reader = new Reader();

/** What the rules see in a text. */
export const findRules = (text: string): RuleFound[] => rulesIn(reader.read(text));

/** The same in a text that was read already, in order of appearance. */
export function rulesIn(reading: Reading): RuleFound[] {
	const called = calledBy(reading);
	if (called.size === 0) return [];
	const { words, places } = wordsOf(reading);
	const found: RuleFound[] = [];
	for (const [i, { rule: name, weight, found: expression, unlessDenied }] of all.entries()) {
		if (!called.has(i)) continue;
		for (const match of words.matchAll(expression)) {
			const from = match.index + 1;
			const to = match.index + match[0].length;
			if (unlessDenied && isDenied(words, from, to)) continue;
			const first = reading.from[wordAt(places, from)]!;
			const last = reading.to[wordAt(places, to - 1)]! - 1;
			found.push({ rule: name, weight, span: { start: reading.starts[first]!, end: reading.ends[last]! } });
		}
	}
	return found.sort((a, b) => a.span.start - b.span.start);
}

/** The words with a space around each, and where each begins. */
function wordsOf(reading: Reading): { words: string; places: number[] } {
	const places: number[] = [];
	let words = ' ';
	for (let w = 0; w < reading.words; w += 1) {
		places.push(words.length);
		for (let i = reading.from[w]!; i < reading.to[w]!; i += 1) words += String.fromCodePoint(reading.codes[i]!);
		words += ' ';
	}
	return { words, places };
}

/** Letters looked back for a negation: three words and more. */
const FARTHEST_DENIAL = 400;

function isDenied(words: string, from: number, to: number): boolean {
	const before = words
		.slice(Math.max(0, from - FARTHEST_DENIAL), from)
		.trimEnd()
		.split(' ')
		.slice(-3)
		.join(' ');
	denial.lastIndex = 0;
	return denial.test(` ${before} `) || new RegExp(denial.source, 'u').test(` ${words.slice(from, to)} `);
}

function wordAt(places: readonly number[], at: number): number {
	let low = 0;
	let high = places.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (places[middle]! <= at) low = middle;
		else high = middle - 1;
	}
	return low;
}
