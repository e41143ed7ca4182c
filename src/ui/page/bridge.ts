// What the two bridges share: the shape of an arch and the words that say the same.
import type { Translator } from '#platform/i18n/index.ts';
import type { Stage } from '../types.ts';

/** The path of the arch at a place (0 is leftmost) of the small bridge: 18 wide, 3 apart. */
export function arch(place: number): string {
	const x = 3 + place * 21;
	return `M${x} 22C${x} 0 ${x + 18} 0 ${x + 18} 22`;
}

/** The state of a stage in words: colour and shape never stand alone. */
export function stateWord({ state, word }: Pick<Stage, 'state' | 'word'>, t: Translator): string {
	if (word) return word;
	if (state === 'on') return t('ui.stage.on');
	return state === 'late' ? t('ui.stage.late') : t('ui.stage.empty');
}

/** All stages in one sentence, for a screen reader. */
export function spokenStages(stages: readonly Stage[], t: Translator): string {
	return stages.map((stage) => t('ui.stage.spoken', { label: stage.label, state: stateWord(stage, t) })).join(' · ');
}
