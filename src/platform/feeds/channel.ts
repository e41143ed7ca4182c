// The feed itself, in XML: what stands around the entries, whatever the format calls it.
import {
	all,
	categoriesIn,
	firstConstruct,
	firstDate,
	firstText,
	indexOf,
	type Index,
	linkIn,
	peopleIn,
	pictureAt,
	addressAt,
} from './from-xml.ts';
import type { RawFeed } from './raw.ts';
import { withoutC1 } from './xml/entities.ts';
import { attribute, baseAt, childOf, type Element, languageAt } from './xml/tree.ts';

/** CDF has channels in channels: the outer one is the feed. */
const channelOf = (root: Element): Element => (root.name === 'channel' ? root : (childOf(root, 'channel') ?? root));

/** The address of the feed's page as far as the root has been read; '' when there is none that is absolute. */
export function pageOf(root: Element): string {
	const channel = channelOf(root);
	const link = linkIn(indexOf(channel), '') ?? attribute(channel, 'href') ?? '';
	return /^https?:\/\//i.test(link) ? link : '';
}

/** `root` in RSS 0.90 and 1.0 holds picture and channel side by side; `language` is the transport's. */
export function readChannel(root: Element, documentBase: string, language: string | null): RawFeed {
	const channel = channelOf(root);
	const holders = channel === root ? [root] : [channel, root];
	const index = indexOf(...holders);
	const about = attribute(channel, 'rdf:about')?.trim();
	const id = firstText(index, 'id', 'guid') ?? (about ? addressAt(channel, about, documentBase) : null);
	const href = attribute(channel, 'href');
	return {
		title: firstConstruct(index, 'text', documentBase, 'title', 'dc:title', 'media:title', 'itunes:title'),
		link: linkIn(index, documentBase) ?? (href ? addressAt(channel, href, documentBase) : null),
		id,
		description:
			firstConstruct(index, 'html', documentBase, 'description') ??
			firstConstruct(index, 'text', documentBase, 'subtitle', 'tagline', 'abstract', 'dc:description') ??
			firstConstruct(
				index,
				'text',
				documentBase,
				'itunes:summary',
				'itunes:subtitle',
				'info',
				'googleplay:description',
			),
		language: languageOf(channel, index) ?? language,
		copyright: firstConstruct(
			index,
			'text',
			documentBase,
			'copyright',
			'rights',
			'dc:rights',
			'dcterms:rights',
			'media:copyright',
		),
		generator: generatorOf(index),
		authors: [
			...peopleIn(index, 'author', 'managingeditor', 'dc:creator', 'dc:author', 'itunes:author', 'googleplay:author'),
			...peopleIn(index, 'itunes:owner'),
		],
		published: firstDate(index, 'pubdate', 'published', 'issued', 'dcterms:issued', 'dc:date', 'dcterms:date'),
		updated:
			firstDate(index, 'updated', 'lastbuilddate', 'modified', 'dcterms:modified', 'dc:date') ??
			firstDate(index, 'lastmod') ??
			attribute(channel, 'lastmod') ??
			null,
		created: firstDate(index, 'created', 'dcterms:created'),
		...categoriesIn(...holders),
		images: imagesIn(index, documentBase),
		base: baseAt(channel, documentBase),
	};
}

/** RSS 1.0 names its picture in the channel and describes it beside: the description comes first. */
function imagesIn(index: Index, base: string): string[] {
	const [named, described] = [false, true].map((whole) =>
		all(index, 'image').filter((image) => (childOf(image, 'url') !== undefined) === whole),
	);
	const others = ['logo', 'itunes:image', 'itunes:link', 'googleplay:image', 'media:thumbnail', 'icon'];
	return [described ?? [], named ?? [], ...others.map((name) => all(index, name))]
		.flat()
		.flatMap((image) => pictureAt(image, base));
}

function languageOf(channel: Element, index: Index): string | null {
	const written = firstText(index, 'language', 'dc:language') ?? languageAt(channel);
	return written ? written.replace(/_/g, '-') : null;
}

function generatorOf(index: Index): string | null {
	const agent = all(index, 'admin:generatoragent')[0];
	const plain = firstText(index, 'generator') ?? (agent && attribute(agent, 'rdf:resource'));
	return plain ? withoutC1(plain) : null;
}
