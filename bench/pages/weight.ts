// What a first visit transfers: the page and everything it names, compressed as a browser asks for it.
import { get } from './load.ts';

const asked = { 'accept-encoding': 'br, gzip' };

/** Bytes of a first visit, and of a second page when styles, scripts and fonts are already there. Fonts are those the language needs. */
export async function weightOf(
	url: string,
	locale: 'ar' | 'fr',
): Promise<{ first: number; second: number; parts: string }> {
	const page = await get(url, asked);
	const html = (await get(url)).body.toString();
	const origin = new URL(url).origin;
	const named = [...html.matchAll(/(?:href|src)="([^"]+\.(?:css|js))"/g)].map((found) => new URL(found[1]!, url).href);
	let [css, js, fonts] = [0, 0, 0];
	for (const address of new Set(named)) {
		const file = await get(address, asked);
		if (address.endsWith('.js')) js += file.bytes;
		else {
			css += file.bytes;
			const sheet = (await get(address)).body.toString();
			for (const face of sheet.matchAll(/@font-face\s*\{[^}]+\}/g)) {
				const range = /unicode-range:\s*([^;}]+)/i.exec(face[0])?.[1] ?? '';
				const source = /url\(([^)]+)\)/.exec(face[0])?.[1]?.replace(/["']/g, '');
				if (source && locale === 'ar' && /u\+0?6/i.test(range))
					fonts += (await get(new URL(source, address).href, asked)).bytes;
			}
		}
		if (!address.startsWith(origin)) throw new Error(`the page asks another host: ${address}`);
	}
	return {
		first: page.bytes + css + js + fonts,
		second: page.bytes,
		parts: `HTML ${page.bytes}, CSS ${css}, JS ${js}, fonts ${fonts} bytes`,
	};
}
