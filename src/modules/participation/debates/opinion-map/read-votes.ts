// Votes from rows of a table, as Polis exports them: timestamp, datetime, comment-id, voter-id, vote (1, -1, 0).
import { parseCsv } from '#platform/csv.ts';
import type { Stance, Vote } from './votes.ts';

/** Reads one line of the file: the vote, or a sentence about what is wrong with it; null for an empty line. */
export type LineReader = (line: string) => Vote | string | null;

/**
 * A reader of the lines after the header, or a sentence about what the header lacks. Columns may stand in any order. Where there is
 * no timestamp, lines are taken to stand in the order in which the votes were cast.
 */
export function voteReader(header: string): LineReader | string {
	const names = cellsOf(header.replace(/^\ufeff/, '')).map((name) => name.trim().toLowerCase().replaceAll('_', '-'));
	const [statement, participant, vote] = [
		names.indexOf('comment-id'),
		names.indexOf('voter-id'),
		names.indexOf('vote'),
	];
	for (const [name, place] of Object.entries({ 'comment-id': statement, 'voter-id': participant, vote }))
		if (place === -1) return `There is no column «${name}». Expected: timestamp, datetime, comment-id, voter-id, vote.`;
	const [timestamp, datetime] = [names.indexOf('timestamp'), names.indexOf('datetime')];
	let lines = 0;
	return (line) => {
		if (line.trim() === '') return null;
		const cells = cellsOf(line).map((cell) => cell.trim());
		const stance = stanceOf(cells[vote] ?? '');
		if (!cells[statement]) return 'it has no comment-id.';
		if (!cells[participant]) return 'it has no voter-id.';
		if (stance === null) return `«${cells[vote] ?? ''}» is no vote: 1, -1 or 0.`;
		const at = timestamp === -1 && datetime === -1 ? lines++ : momentOf(cells[timestamp], cells[datetime]);
		if (at === null) return 'its timestamp cannot be read.';
		return { participant: cells[participant], statement: cells[statement], stance, at };
	};
}

const cellsOf = (line: string): string[] =>
	line.includes('"') ? (parseCsv(line)[0] ?? []) : line.replace(/\r$/, '').split(',');

const stanceOf = (cell: string): Stance | null => {
	if (cell === '') return null;
	const value = Number(cell);
	return value === 1 || value === -1 ? value : value === 0 ? 0 : null;
};

function momentOf(timestamp = '', datetime = ''): number | null {
	const moment = timestamp === '' ? Date.parse(datetime) : Number(timestamp);
	const read = Number.isNaN(moment) ? Date.parse(timestamp) : moment;
	return Number.isFinite(read) ? read : null;
}
