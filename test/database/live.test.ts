// Live news of a thread: who may listen, and how many windows one reader and one neighbourhood may hold open.
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newDevice } from '#foundations/accounts/server/index.ts';
import { GET } from '../../src/routes/events/+server.ts';
import { builders } from '#test/build.ts';
import { testInstallation } from '#test/installation.ts';
import { aBrowser, type Browser } from '#test/visit.ts';

let work: string;
const held: ReadableStreamDefaultReader<Uint8Array>[] = [];

beforeAll(async () => {
	const build = builders(await testInstallation());
	({ workId: work } = await build.aWork(await build.aSpace()));
});
afterEach(async () => {
	for (const reader of held.splice(0)) await reader.cancel();
});

/** Opens one stream; held until the test ends. */
async function listen(browser: Browser) {
	const answer = await GET((await browser.event(`/events?subject=${work}`)) as never);
	if (answer.body) held.push(answer.body.getReader());
	return answer;
}
const listenTimes = async (browser: Browser, times: number): Promise<number[]> => {
	const statuses = [];
	for (let i = 0; i < times; i++) statuses.push((await listen(browser)).status);
	return statuses;
};
const aDevice = (address?: string) => aBrowser({ cookie: ['device', newDevice()], ...(address ? { address } : {}) });

describe('a reader', () => {
	test('with a device holds six streams, is told politely to come back for the seventh, and may once one is closed', async () => {
		const browser = aDevice();
		expect(await listenTimes(browser, 6)).toEqual(Array(6).fill(200));
		const seventh = await listen(browser);
		expect([seventh.status, seventh.headers.get('retry-after'), seventh.body]).toEqual([429, '60', null]);
		expect((await listen(aDevice())).status).toBe(200);
		await held.shift()!.cancel();
		expect((await listen(browser)).status).toBe(200);
	});

	test('without a device is counted with the neighbourhood, which no pile of devices gets around', async () => {
		const address = '10.90.1.5';
		expect(new Set(await listenTimes(aBrowser({ address }), 100))).toEqual(new Set([200]));
		for (let i = 0; i < 20; i++) expect((await listen(aDevice(address))).status).toBe(200);
		expect((await listen(aDevice(address))).status).toBe(429);
		expect((await listen(aBrowser({ address: '10.90.1.77' }))).status).toBe(429);
		expect((await listen(aBrowser({ address: '10.90.2.5' }))).status).toBe(200);
	});

	test('who only asks for the head holds nothing', async () => {
		const browser = aDevice();
		for (let i = 0; i < 8; i++) {
			const event = await browser.event(`/events?subject=${work}`);
			const head = { ...event, request: new Request(event.request.url, { method: 'HEAD' }) };
			expect((await GET(head as never)).status).toBe(200);
		}
		expect((await listen(browser)).status).toBe(200);
	});
});
