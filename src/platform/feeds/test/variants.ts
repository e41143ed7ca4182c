// The same feed, damaged: what a case expects of the whole one holds all the same.
import type { Case } from './cases.ts';

type Damage = readonly [name: string, harm: (text: string) => string];

const damages: readonly Damage[] = [
	['a mark and blank lines before it', (text) => `\ufeff\n \n${text}`],
	[
		'a warning of PHP before it',
		(text) => `<br />\n<b>Warning</b>: x() in <b>/w/f.php</b> on line <b>3</b><br />\n${text}`,
	],
	['a page after its end', (text) => `${text}\n<script>if (a<b && c) d();</script></body></html>`],
	['its last two tags lost', (text) => text.replace(/(?:<\/[\w:]+>\s*){2}$/, '')],
	['control characters between its elements', (text) => text.replace(/></g, '>\u0000\u001f<')],
	[
		'its namespaces undeclared',
		(text) => text.replace(/\sxmlns:(?:dc|content|itunes|media|dcterms|podcast)="[^"]*"/g, ''),
	],
	[
		'a broken entry after its last',
		(text) => text.replace(/(?=(?:<\/channel>)?<\/(?:rss|feed|rdf:RDF)>\s*$)/, '<item><title>R&D < x<b></item>'),
	],
	['a comment that never ends after it', (text) => `${text}<!-- 0,2 s`],
];

const inXml = /^(?:<\?xml[^>]*>)?<(?:rss|feed|rdf:RDF)[\s>]/;

/** Every well-formed XML case with every damage. */
export const damagedVariants = (cases: readonly Case[]): Case[] =>
	cases
		.filter((one) => !one.damaged && one.text !== null && inXml.test(one.text))
		.flatMap((one) =>
			damages.flatMap(([name, harm]) => {
				const text = harm(one.text ?? '');
				const counts = one.wishes.some(({ path }) => path.at(-1) === 'length');
				if (text === one.text || (counts && text.includes('R&D <'))) return [];
				return {
					...one,
					name: `${one.name}, with ${name}`,
					damaged: true,
					text,
					bytes: new TextEncoder().encode(text),
				};
			}),
		);
