// Phases at their very edges, in zones whose clocks move, and what an editor's rows may hold.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, instantOf } from '#platform/time.ts';
import {
	byPlace,
	isOpen,
	lastMoment,
	nextPhase,
	type Phase,
	phasesRefusals,
	phaseState,
	type Process,
	processPlace,
	processText,
	running,
	runningPhases,
	shutsAt,
} from './process.ts';

const phase = (kind: Phase['kind'], startsWall: string, endsWall: string): Phase => ({
	id: `${kind} ${startsWall}`,
	kind,
	titles: {},
	startsWall,
	endsWall,
});
const process = (phases: Phase[], rest: Partial<Process> = {}): Process => ({
	id: 'p',
	spaceId: 's',
	address: 'a',
	zone: 'Africa/Casablanca',
	state: 'published',
	texts: {},
	phases,
	v: 1,
	...rest,
});
const later = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000);

describe('a phase', () => {
	test.each([
		['Africa/Casablanca', '2025-01-10T09:00', '2025-01-20T18:00', '2025-01-10T08:00:00Z', '2025-01-20T17:00:00Z'],
		// Ramadan 2025: Morocco went back to UTC+0 on 23 February and forward again on 6 April.
		['Africa/Casablanca', '2025-02-20T09:00', '2025-03-10T18:00', '2025-02-20T08:00:00Z', '2025-03-10T18:00:00Z'],
		['Africa/Casablanca', '2025-03-10T18:00', '2025-04-10T18:00', '2025-03-10T18:00:00Z', '2025-04-10T17:00:00Z'],
		// Ends at an hour that the clocks show twice: the first of the two counts.
		['Africa/Casablanca', '2025-02-01T00:00', '2025-02-23T02:30', '2025-01-31T23:00:00Z', '2025-02-23T01:30:00Z'],
		// Starts at an hour that the clocks skip: it moves on by the gap.
		['Africa/Casablanca', '2025-04-06T02:30', '2025-04-07T00:00', '2025-04-06T02:30:00Z', '2025-04-06T23:00:00Z'],
		['Africa/Tunis', '2026-03-01T00:00', '2026-04-01T00:00', '2026-02-28T23:00:00Z', '2026-03-31T23:00:00Z'],
		['America/La_Paz', '2026-03-01T00:00', '2026-04-01T00:00', '2026-03-01T04:00:00Z', '2026-04-01T04:00:00Z'],
	])(
		'in %s from %s to %s runs from its first instant to just before its last',
		(zone, startsWall, endsWall, first, last) => {
			const [from, to] = [new Date(first), new Date(last)];
			const dates = { startsWall, endsWall };
			expect(phaseState(dates, zone, later(from, -1))).toBe('coming');
			expect(phaseState(dates, zone, from)).toBe('running');
			expect(phaseState(dates, zone, later(to, -1))).toBe('running');
			expect(phaseState(dates, zone, to)).toBe('past');
		},
	);

	test('passes from coming to running to past and never back, whatever the zone', () => {
		const order = ['coming', 'running', 'past'];
		const zones = fc.constantFrom(
			'Africa/Casablanca',
			'Africa/Tunis',
			'America/La_Paz',
			'Europe/Madrid',
			'Pacific/Apia',
		);
		const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
		fc.assert(
			fc.property(zones, instant, instant, (zone, one, two) => {
				const [early, late] = one <= two ? [one, two] : [two, one];
				const dates = { startsWall: '2025-02-22T22:15', endsWall: '2026-09-20T02:30' };
				expect(order.indexOf(phaseState(dates, zone, early))).toBeLessThanOrEqual(
					order.indexOf(phaseState(dates, zone, late)),
				);
			}),
		);
	});

	test('of one kind touches the next without an instant in which both or none run', () => {
		const phases = [
			phase('proposals', '2026-01-01T00:00', '2026-02-01T00:00'),
			phase('answers', '2026-02-01T00:00', '2026-03-01T00:00'),
		];
		const at = instantOf('2026-02-01T00:00', 'Africa/Tunis');
		for (const [now, kind] of [
			[later(at, -1), 'proposals'],
			[at, 'answers'],
		] as const) {
			const kinds = (['proposals', 'answers'] as const).filter((known) => running(phases, known, 'Africa/Tunis', now));
			expect(kinds).toEqual([kind]);
		}
	});
});

describe('a process', () => {
	const phases = [
		phase('information', '2026-01-01T00:00', '2026-02-01T00:00'),
		phase('proposals', '2026-01-15T00:00', '2026-03-01T00:00'),
		phase('follow_up', '2026-04-01T00:00', '2026-05-01T00:00'),
	];
	const now = (text: string) => new Date(`${text}T12:00:00Z`);

	test('lists its running phases, the first to end leading', () => {
		expect(runningPhases(process([...phases].reverse()), now('2026-01-20')).map(({ kind }) => kind)).toEqual([
			'information',
			'proposals',
		]);
	});

	test('is open for what runs, and for nothing as a draft or in the archive', () => {
		expect(isOpen(process(phases), now('2026-02-10'), 'proposals')).toBe(true);
		expect(isOpen(process(phases), now('2026-02-10'), 'answers', 'follow_up')).toBe(false);
		for (const state of ['draft', 'archived'] as const)
			expect(isOpen(process(phases, { state }), now('2026-02-10'), 'proposals')).toBe(false);
	});

	test.each([
		['2025-12-01', 'published', 'coming'],
		['2026-01-10', 'published', 'running'],
		['2026-03-15', 'published', 'coming'],
		['2026-06-01', 'published', 'past'],
		['2026-01-10', 'archived', 'archived'],
	] as const)('on %s, %s, is %s', (day, state, place) => {
		expect(processPlace(process(phases, { state }), now(day))).toBe(place);
	});

	test('names the next phase, of a kind when asked', () => {
		expect(nextPhase(process(phases), now('2026-03-15'))?.kind).toBe('follow_up');
		expect(nextPhase(process(phases), now('2026-03-15'), 'proposals')).toBeNull();
	});

	test('comes before those that are over and after those that run', () => {
		const items = [
			process(phases, { state: 'archived' }),
			process([phase('answers', '2025-01-01T00:00', '2025-02-01T00:00')]),
			process(phases),
		].map((one) => ({ process: one }));
		expect(byPlace(items, now('2026-01-10')).map((item) => processPlace(item.process, now('2026-01-10')))).toEqual([
			'running',
			'past',
			'archived',
		]);
	});

	test('speaks the reader’s language, else the space’s first, and says which', () => {
		const texts = { ar: { title: 'عنوان', description: '' }, fr: { title: 'Titre', description: '' } };
		expect(processText({ texts }, 'fr').locale).toBe('fr');
		expect(processText({ texts }, 'es', ['fr', 'ar'])).toMatchObject({ title: 'Titre', locale: 'fr' });
		expect(processText({ texts: {} }, 'es')).toEqual({ title: '', description: '', locale: 'es' });
	});
});

test.each([
	['2026-12-01T00:00', '2026-11-30', null],
	['2026-03-01T00:00', '2026-02-28', null],
	['2026-11-30T23:59', '2026-11-30', null],
	['2026-11-30T18:00', '2026-11-30', '18:00'],
])('an end at %s is said as %s %s', (wall, day, time) => {
	expect(lastMoment(wall)).toEqual({ day, time });
});

test('a phase is open to the last second of what its page says, whatever the zone and the season', () => {
	const zones = ['Africa/Casablanca', 'Africa/Tunis', 'America/La_Paz', 'Europe/Paris', 'Asia/Beirut', 'Africa/Cairo'];
	const clock = fc.oneof(fc.constantFrom(0, 1439), fc.integer({ min: 0, max: 1439 }));
	fc.assert(
		fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 3_000 }), clock, (zone, days, minutes) => {
			const at = new Date(Date.UTC(2022, 0, 1) + days * 86_400_000 + minutes * 60_000);
			const endsWall = at.toISOString().slice(0, 16);
			const span = { startsWall: '2020-01-01T00:00', endsWall };
			const { day, time } = lastMoment(endsWall);
			if (time === null) {
				const [last, next] = [
					dayOf(shutsAt(endsWall, zone), zone),
					new Date(shutsAt(endsWall, zone).getTime() - 1_000),
				];
				expect(dayOf(next, zone)).toBe(day);
				expect(last > day).toBe(true);
			} else expect(shutsAt(endsWall, zone)).toEqual(instantOf(`${day}T${time}`, zone));
			expect(phaseState(span, zone, new Date(shutsAt(endsWall, zone).getTime() - 1_000))).toBe('running');
			expect(phaseState(span, zone, shutsAt(endsWall, zone))).toBe('past');
		}),
	);
});

test('an end typed as 23:59 keeps its last minute', () => {
	const span = { startsWall: '2026-03-01T08:00', endsWall: '2026-03-31T23:59' };
	expect(phaseState(span, 'Africa/Tunis', new Date('2026-03-31T22:59:59Z'))).toBe('running');
	expect(phaseState(span, 'Africa/Tunis', new Date('2026-03-31T23:00:00Z'))).toBe('past');
});

describe('the rows of an editor', () => {
	const row = (startsWall: string, endsWall: string, kind: Phase['kind'] = 'information') => ({
		kind,
		startsWall,
		endsWall,
	});
	const good = row('2026-01-01T00:00', '2026-02-01T00:00');

	test.each([
		['one good row', [good], []],
		['blank rows around it', [row('', ''), good, row('', '')], []],
		['overlapping rows of two kinds', [good, row('2026-01-15T00:00', '2026-03-01T00:00', 'proposals')], []],
		['rows of one kind that touch', [good, row('2026-02-01T00:00', '2026-03-01T00:00')], []],
		[
			'rows of one kind that overlap, the later first',
			[row('2026-01-31T23:59', '2026-03-01T00:00'), row('', ''), good],
			['phases.overlap phases.0.startsWall'],
		],
		['one row twice', [good, good], ['phases.overlap phases.1.startsWall']],
		[
			'answers and follow-up before any proposals',
			[
				row('2026-01-02T00:00', '2026-02-01T00:00', 'proposals'),
				row('2026-01-01T00:00', '2026-02-01T00:00', 'answers'),
				row('2026-01-02T00:00', '2026-02-01T00:00', 'follow_up'),
			],
			['phases.too_early phases.1.startsWall'],
		],
		['answers where nothing is proposed', [row('2026-01-01T00:00', '2026-02-01T00:00', 'answers')], []],
		['no row', [], ['phases.missing phases']],
		['blank rows only', [row('', ''), row('', '')], ['phases.missing phases']],
		['a row without end', [good, row('2026-01-01T00:00', '')], ['phases.date_wrong phases.1.endsWall']],
		[
			'a day that does not exist',
			[row('2026-02-30T00:00', '2026-03-01T00:00')],
			['phases.date_wrong phases.0.startsWall'],
		],
		['an end at the start', [row('2026-01-01T00:00', '2026-01-01T00:00')], ['phases.order_wrong phases.0.endsWall']],
		[
			'two faults',
			[row('', ''), row('x', 'y'), row('2026-02-01T00:00', '2026-01-01T00:00')],
			['phases.date_wrong phases.1.startsWall', 'phases.order_wrong phases.2.endsWall'],
		],
	])('with %s: %#', (_case, rows, expected) => {
		expect(phasesRefusals(rows).map(({ code, field }) => `${code} ${field}`)).toEqual(expected);
	});
});
