// The card of a model: what it learned from, how well it judges texts it has not seen, and what it must not be used for.
import type { Card, Measured, Model } from './model.ts';

const SCRIPT = { arab: 'Arabic script', latn: 'Latin script', both: 'both' };
const figure = (value: number | null): string => (value === null ? 'unknown' : value.toFixed(3));
const row = ({ of, script, texts, held, macroF1, auc, falseHolds }: Measured): string =>
	`| ${of} | ${SCRIPT[script]} | ${texts} | ${held} | ${figure(macroF1)} | ${figure(auc)} | ${figure(falseHolds)} |`;

/** Markdown, the same for the same model. */
export function cardOf(model: Model): string {
	const { card } = model;
	return `# Model card: text screening

${card.texts} texts (${card.held} to be held), ${card.doubles} doubles and contradictions left out before training; seed ${card.seed}.
${model.base === null ? '' : `Built on a base of ${model.base.card.texts} texts, believed as far as cross-validation found it right.\n`}
## Learned from

| file | texts | to be held |
|---|---|---|
${card.files.map(({ name, texts, held }) => `| ${name} | ${texts} | ${held} |`).join('\n')}

## Measured out of fold

Each text was judged by a model that had seen neither it nor most of its near-duplicates (five folds); 0.5 is the decision point.

| what | script | texts | to be held | macro-F1 | AUC | harmless held |
|---|---|---|---|---|---|---|
${card.measured.map(row).join('\n')}

## What it is

Linear models over hashed features: runs of 2 to 5 letters within words, words, pairs of words, and consonant skeletons that sound alike
in Arabic script and Arabizi; a word of the list is a feature of its own. Where few texts of one file teach, and for spam, so are length,
long numbers and signs between words. One head a pool of languages (${names(model, card)}), calibrated by script.

## What it is not

- A triage aid for moderators. It must not refuse, hide or count anything by itself, and says nothing about a person.
- It does not understand: irony, quotation, reported speech and unseen insults are judged by their letters.
- Its figures hold for texts like those it learned from. On another country's or platform's comments expect 0.1 to 0.2 less; a few
  hundred of your own decisions (\`screen train --base shipped\`) are worth more than anything else.
- Labels carry the views of those who gave them. Training files hold more abuse than ordinary talk does.
`;
}

const names = (model: Model, { files }: Card): string =>
	[...model.heads, model.spam, model.nearSpam].flatMap((head) => head?.name ?? []).join(', ') +
	(files.length > 1 ? '; files whose labels their texts do not explain count less' : '');
