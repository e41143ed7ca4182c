// The training files of screening, which are not part of the repository: in ../shared/data/moderation or the folder SCREENING_DATA.
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TrainingText } from '#engines/moderation/server/index.ts';

const FOLDER = process.env['SCREENING_DATA'] ?? '../shared/data/moderation';

const fileOf = (name: string) => path.join(FOLDER, `${name}.train.jsonl`);

export const areThere = (): Promise<boolean> =>
	access(fileOf('darija_off')).then(
		() => true,
		() => false,
	);

/** The texts of one file, by its name without `.train.jsonl`. */
export async function textsOf(name: string): Promise<TrainingText[]> {
	const lines = (await readFile(fileOf(name), 'utf8')).trim().split('\n');
	return lines.map((line) => {
		const { text, label, lang } = JSON.parse(line) as { text: string; label: 0 | 1; lang: string };
		return { text, label, lang, from: name };
	});
}
