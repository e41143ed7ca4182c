// Reading feeds: speed on one core, and what hostile files cost. Data are made here, by a seed.
import { parseFeed, readFeed } from '#platform/feeds/index.ts';
import { type Case, ownCases } from '#platform/feeds/test/cases.ts';
import { missesOf, type Reader } from '#platform/feeds/test/compare.ts';
import { byFeedsmith } from '#platform/feeds/test/feedsmith.ts';
import { damagedVariants } from '#platform/feeds/test/variants.ts';
import { atLeast, atMost, type Figure } from '../figure.ts';

const megabyte = 1_000_000;

/** Seconds of processor time; other programs of the machine do not count. */
function cost(act: () => unknown): number {
	const before = process.cpuUsage();
	act();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1e6;
}

function* numbers(seed: number): Generator<number> {
	for (let state = seed; ;) {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		yield state;
	}
}

const words =
	'commune eau radio atelier jeunesse budget marché école الساكنة الجهة الماء إذاعة agua vecinos plaza'.split(' ');

/** A feed of about `size` bytes: as many full texts as CDATA as escaped, with relative addresses. */
function madeFeed(size: number, paragraphs: number): Uint8Array {
	const random = numbers(2026);
	const next = (below: number): number => random.next().value % below;
	const sentence = (): string => Array.from({ length: 20 }, () => words[next(words.length)]).join(' ');
	const text = (): string => `<p>${sentence()} <a href="/a?x=1&amp;y=2">${sentence()}</a></p><img src="i.jpg">\n`;
	const escaped = (html: string): string => html.replace(/&/g, '&amp;').replace(/</g, '&lt;');
	const items: string[] = [];
	for (let length = 0; length < size;) {
		const html = Array.from({ length: paragraphs }, text).join('');
		const body = items.length % 2 ? `<![CDATA[${html}]]>` : escaped(html);
		const item =
			`<item><title>${sentence()} &amp; ${items.length}</title><link>https://radio.example/${items.length}</link>` +
			`<guid isPermaLink="false">g${items.length}</guid><pubDate>Tue, 03 Mar 2026 10:00:00 +0100</pubDate>` +
			`<dc:creator>Amina</dc:creator><category>${words[next(words.length)]}</category>` +
			`<enclosure url="https://radio.example/${items.length}.mp3" length="123456" type="audio/mpeg"/>` +
			`<description>${escaped(text())}</description><content:encoded>${body}</content:encoded></item>`;
		items.push(item);
		length += item.length;
	}
	return new TextEncoder().encode(`<rss version="2.0"><channel><title>Fil</title>${items.join('')}</channel></rss>`);
}

function speed(bytes: Uint8Array, read: (bytes: Uint8Array) => unknown): number {
	for (let warm = 0; warm < 2; warm++) read(bytes);
	return bytes.length / megabyte / Math.min(...[1, 2, 3].map(() => cost(() => read(bytes))));
}

const hostile: Readonly<Record<string, string>> = {
	'open elements': '<a>',
	'open entries': '<item>',
	'entries in texts': '<description><item>',
	'open sections': '<![CDATA[',
	'open comments': '<!-- >',
	declarations: '<!a>',
	'open quotes': '<x a="',
	'open end tags': '</a ',
	signs: '<',
	references: '&a;',
};

/** The dearest megabyte. */
function dearest(): { seconds: number; what: string } {
	const start = '<rss><channel><item><title>a</title></item>';
	const costs = Object.entries(hostile).map(([what, piece]) => {
		const bytes = new TextEncoder().encode(start + piece.repeat((5 * megabyte) / piece.length));
		return { what, seconds: cost(() => parseFeed(bytes)) / 5 };
	});
	return costs.reduce((worst, one) => (one.seconds > worst.seconds ? one : worst));
}

function bomb(): number {
	const names = 'abcdefghij';
	const entities = Array.from(names, (name, i) => `<!ENTITY ${name} "${`&${names[i - 1] ?? 'x'};`.repeat(10)}">`);
	const text = `<!DOCTYPE rss [${entities.join('')}]><rss><channel><item><title>&j;</title></item></channel></rss>`;
	return JSON.stringify(parseFeed(new TextEncoder().encode(text))).length;
}

const ours: Reader = (read, { transport }) => parseFeed(read, transport);

const share = (cases: readonly Case[], read: Reader): number =>
	100 * (1 - missesOf(cases, read).length / Math.max(1, cases.length));

/** Ours by the cases written from the specifications; the library's on those that ask for no podcast element. */
function ownCasesRead(): Figure[] {
	const whole = ownCases();
	const figure = (name: string, cases: readonly Case[], target: number): Figure => {
		const comparable = cases.filter(({ wishes }) => wishes.every(({ path }) => path[0] !== 'podcast'));
		const theirs = share(comparable, byFeedsmith).toFixed(1);
		const note = `${cases.length} cases; feedsmith ${theirs} % of ${comparable.length} (without podcast elements)`;
		return atLeast(name, share(cases, ours), target, note, '%');
	};
	const damaged = whole.filter((one) => one.damaged);
	return [
		figure('feeds: own cases read rightly', whole, 94),
		figure('feeds: own damaged cases read rightly', damaged, 95),
		figure('feeds: own well-formed cases, each damaged in eight ways', damagedVariants(whole), 95),
	];
}

/** Figures of reading feeds. */
export function feeds(): Promise<Figure[]> {
	const url = 'https://radio.example/feed';
	const long = madeFeed(8 * megabyte, 10);
	const short = madeFeed(4 * megabyte, 1);
	const broken = Uint8Array.from(long);
	broken[broken.indexOf(0x20, long.length / 2)] = 0x92;
	const worst = dearest();
	const deep = new TextEncoder().encode(
		`<rss><channel><item><title>a</title><description>${'<div>'.repeat(100_000)}x${'</div>'.repeat(100_000)}</description></item>`,
	);
	return Promise.resolve([
		atLeast(
			'feeds: full texts, neutral form',
			speed(long, (bytes) => parseFeed(bytes, { url })),
			5,
			undefined,
			'MB/s',
		),
		atLeast(
			'feeds: full texts with one byte that is no UTF-8',
			speed(broken, (bytes) => parseFeed(bytes, { url })),
			5,
			undefined,
			'MB/s',
		),
		atLeast(
			'feeds: short texts, neutral form',
			speed(short, (bytes) => parseFeed(bytes, { url })),
			5,
			undefined,
			'MB/s',
		),
		atLeast(
			'feeds: full texts, for an import',
			speed(long, (bytes) => readFeed(bytes, { url })),
			5,
			undefined,
			'MB/s',
		),
		atMost('feeds: the dearest hostile megabyte', worst.seconds, 1, 's', worst.what),
		atMost(
			'feeds: 100,000 levels',
			cost(() => parseFeed(deep)),
			1,
			's',
		),
		atMost('feeds: answer to an entity bomb', bomb(), 2_000, 'characters'),
		...ownCasesRead(),
		{
			name: 'feeds: cases of public suites read rightly',
			value: null,
			unit: '%',
			target: '≥ 94 % of all, ≥ 95 % of damaged ones',
			met: null,
			note: 'the suites are not in the repository; src/platform/feeds/test/cases holds our own',
		},
	]);
}
