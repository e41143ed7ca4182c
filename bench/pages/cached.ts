// The page cache against the simplest server there is, sending the same bytes.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { get, load, median } from './load.ts';

/** Requests per processor second of ours, as a share of the bare server's; pairs in turn, the median counts. */
export async function cacheAgainstBareServer(
	url: string,
	pid: number,
	cpuOf: (pid: number) => number,
): Promise<number> {
	const asked = { 'accept-encoding': 'br' };
	const { body, headers } = await get(url, asked);
	const bare = fork(path.join(import.meta.dirname, 'bare-server.ts'), { execArgv: [] });
	bare.send({ body: body.toString('base64'), headers });
	const [{ port }] = (await once(bare, 'message')) as [{ port: number }];
	const cost = async (address: string, of: number): Promise<number> => {
		const before = cpuOf(of);
		await load(() => address, 6_000, 20, asked);
		return cpuOf(of) - before;
	};
	try {
		await cost(url, pid);
		await cost(`http://127.0.0.1:${port}/`, bare.pid!);
		const ratios: number[] = [];
		for (let pair = 0; pair < 5; pair++)
			ratios.push((await cost(`http://127.0.0.1:${port}/`, bare.pid!)) / (await cost(url, pid)));
		return median(ratios);
	} finally {
		bare.kill();
	}
}
