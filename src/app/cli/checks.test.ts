// What the doctor calls well, doubtful and bad.
import { describe, expect, test } from 'vitest';
import {
	judgeDatabase,
	judgeDisk,
	judgeFollower,
	judgeMail,
	judgeMigrations,
	judgeNode,
	judgeQueue,
	judgeZones,
	lineOf,
} from './checks.ts';

const health = {
	version: '18.6',
	major: 18,
	behind: null,
	size: 2e9,
	checksums: true,
	timeZoneData: '2026c',
	timeZonesApart: [] as string[],
};
const states = (findings: readonly { state: string }[]) => findings.map(({ state }) => state);

describe('the doctor', () => {
	test('wants Node.js 24 and prefers the pinned one', () => {
		expect(judgeNode('v22.1.0', '24.21.0').state).toBe('bad');
		expect(judgeNode('v24.20.0', '24.21.0').state).toBe('warn');
		expect(judgeNode('v24.21.0', '24.21.0').state).toBe('ok');
		expect(judgeNode('v25.0.0', null).state).toBe('ok');
	});

	test('says which zone is not known, and what the clocks show', () => {
		expect(judgeZones('2026c', [{ zone: 'Africa/Casablanca', minutes: null }])).toMatchObject({ state: 'bad' });
		expect(judgeZones('2026c', [{ zone: 'America/La_Paz', minutes: -240 }]).text).toContain('America/La_Paz is UTC-4');
	});

	test('judges a database by version, faults mended since, checksums and zones', () => {
		expect(states(judgeDatabase(health))).toEqual(['ok', 'ok']);
		expect(states(judgeDatabase({ ...health, major: 14, version: '14.2' }))[0]).toBe('bad');
		expect(
			states(judgeDatabase({ ...health, behind: '18.7', checksums: false, timeZonesApart: ['Africa/Casablanca'] })),
		).toEqual(['warn', 'warn', 'warn']);
	});

	test('tells a newer schema from an older one', () => {
		expect(judgeMigrations(6, 6).state).toBe('ok');
		expect(judgeMigrations(4, 6).state).toBe('warn');
		expect(judgeMigrations(7, 6).state).toBe('bad');
	});

	test('sees a full disk, unreachable mail, dead letters and a follower that stands still', () => {
		expect(judgeDisk(1e8, '/data').state).toBe('bad');
		expect(judgeDisk(1e9, '/data').state).toBe('warn');
		expect(judgeMail(null, null).state).toBe('warn');
		expect(judgeMail('smtp://user:secret@mail.example:587', 'refused')).toMatchObject({
			state: 'bad',
			text: expect.not.stringContaining('secret') as string,
		});
		expect(states(judgeQueue([{ name: 'send-mail', waiting: 3 }], 1))).toEqual(['ok', 'warn']);
		expect(judgeFollower({ name: 'counters', lag: 4, error: 'a broken fact' }).state).toBe('bad');
		expect(judgeFollower({ name: 'counters', lag: 4_000, error: null }).state).toBe('warn');
	});

	test('says one line each', () => {
		expect(lineOf({ state: 'ok', about: 'Disk', text: 'enough.' })).toBe('ok    Disk: enough.');
	});
});
