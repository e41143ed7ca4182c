// What was measured out of fold, by script and by file: the rows of the card.
import { areaUnder, macroF1 } from './calibrate.ts';
import type { Measured, Script } from './model.ts';
import type { ReadText } from './rows.ts';

const SCRIPTS: readonly Script[] = ['arab', 'latn'];

/** By script; and by file where a head learned from several, since their labels do not mean the same. */
export function measuredOf(of: string, members: readonly ReadText[], logits: Float64Array, files = false): Measured[] {
	const all = [...members.keys()];
	const named = files ? [...new Set(members.map(({ source }) => source.from))] : [];
	const ofScript = (some: readonly number[], script: Script) => some.filter((i) => members[i]!.script === script);
	const rows = (name: string, some: readonly number[], scripts: readonly Measured['script'][]) =>
		scripts.flatMap((script) =>
			figuresOf(name, script, script === 'both' ? some : ofScript(some, script), members, logits),
		);
	return [
		...rows(of, all, SCRIPTS),
		...(named.length < 2 ? [] : named).flatMap((file) => {
			const own = all.filter((i) => members[i]!.source.from === file);
			const mixed = SCRIPTS.every((script) => ofScript(own, script).length >= FEWEST_JUDGED);
			return rows(file, own, mixed ? [...SCRIPTS, 'both'] : SCRIPTS);
		}),
	];
}

/** With fewer texts a figure says nothing. */
const FEWEST_JUDGED = 20;

function figuresOf(
	of: string,
	script: Measured['script'],
	some: readonly number[],
	members: readonly ReadText[],
	logits: Float64Array,
): Measured[] {
	const counts = [0, 0, 0, 0];
	for (const i of some) counts[(logits[i]! >= 0 ? 2 : 0) + members[i]!.source.label]! += 1;
	const [trueNeg = 0, falseNeg = 0, falsePos = 0, truePos = 0] = counts;
	const held = truePos + falseNeg;
	if (some.length < FEWEST_JUDGED || held === 0 || held === some.length) return [];
	const judged = some.map((i) => ({ sum: logits[i]!, label: members[i]!.source.label, weight: 1 }));
	return [
		{
			of,
			script,
			texts: some.length,
			held,
			macroF1: macroF1(truePos, falsePos, falseNeg, trueNeg),
			auc: areaUnder(judged),
			falseHolds: falsePos / (falsePos + trueNeg),
		},
	];
}
