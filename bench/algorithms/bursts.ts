// Bursts planted in simulated series: how many are found and when, how often nothing alarms, and what an hour costs.
import { HOUR, type Hour, watch } from '../../src/modules/listening/index.ts';
import { hourAt, simulated } from '../../src/modules/listening/bursts/test/simulated.ts';
import { atLeast, atMost, type Figure } from '../figure.ts';

const RUNS = 300;
const DAY = 24;
/** Comments an hour, with what is to be reached there: share found of ×8 and of ×4 within 12 h, median hours of ×8. */
const pages = [
	{ rate: 0.4, eight: 92, delay: 5, four: 22 },
	{ rate: 2, eight: 92, delay: 2, four: 76 },
	{ rate: 8, eight: 92, delay: 2, four: 81 },
];
const dispersion = 0.5;
/** Days after which alarms are counted. */
const LEARNT = 21;

/** Hours until the first alarm of a burst, within 12; null when there is none. */
function delayOf(rate: number, times: number, run: number): number | null {
	const from = 56 * DAY + ((run * 37) % 500);
	const watched = watch();
	for (const hour of simulated({ seed: run + 777_000, days: 80, rate, dispersion, burst: { times, from } })) {
		if (hour.at >= hourAt(from + 12)) return null;
		const alarmed = watched.hour(hour).length > 0;
		if (alarmed && hour.at >= hourAt(from)) return (hour.at - hourAt(from)) / HOUR + 1;
	}
	return null;
}

function found(rate: number, times: number): { share: number; median: number } {
	const delays = Array.from({ length: RUNS }, (_, run) => delayOf(rate, times, run)).filter((delay) => delay !== null);
	return { share: (100 * delays.length) / RUNS, median: delays.sort((a, b) => a - b)[delays.length >> 1] ?? Infinity };
}

/** Alarms in 30 days where nothing happens, from the end of the third week on. */
function falseAlarms(rate: number): number {
	const days = 120;
	let count = 0;
	for (let run = 0; run < RUNS / 2; run++) {
		const watched = watch();
		for (const hour of simulated({ seed: run + 888_000, days, rate, dispersion }))
			if (hour.at >= hourAt(LEARNT * DAY)) count += watched.hour(hour).length;
			else watched.hour(hour);
	}
	return (count * 30) / ((RUNS / 2) * (days - LEARNT));
}

/** How much longer an hour takes after eight months than after two: 1 when the time is constant. */
function growth(): number {
	const hours: Hour[] = [...simulated({ seed: 3, days: 240, rate: 8, dispersion })];
	const watched = watch();
	const spent = (part: readonly Hour[]): number => {
		const from = performance.now();
		for (const hour of part) watched.hour(hour);
		return performance.now() - from;
	};
	const month = 30 * DAY;
	spent(hours.slice(0, 2 * month));
	const early = spent(hours.slice(2 * month, 4 * month));
	spent(hours.slice(4 * month, 6 * month));
	return spent(hours.slice(6 * month, 8 * month)) / early;
}

export async function bursts(): Promise<Figure[]> {
	const note = `${RUNS} simulated runs, alarms of either level, one a month wanted`;
	const figures = pages.flatMap(({ rate, eight, delay, four }) => {
		const large = found(rate, 8);
		return [
			atLeast(`bursts: ×8 found within 12 h at ${rate} an hour`, large.share, eight, note, '%'),
			atMost(`bursts: ×8 median delay at ${rate} an hour`, large.median, delay, 'h'),
			atLeast(`bursts: ×4 found within 12 h at ${rate} an hour`, found(rate, 4).share, four, note, '%'),
			atMost(`bursts: false alarms in 30 days at ${rate} an hour`, falseAlarms(rate), 1, ''),
		];
	});
	return [
		...figures,
		atMost('bursts: time of an hour after eight months beside after two', growth(), 2, '×'),
		{
			name: 'bursts: the same on public mention streams',
			value: null,
			unit: '%',
			target: 'as above',
			met: null,
			note: 'they are not in the repository',
		},
	];
}
