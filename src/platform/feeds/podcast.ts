// Elements of the podcast namespace (podcastindex.org/namespace/1.0), whole, in the order of the file.
import type { PlacedPodcastElement, PodcastElement } from './raw.ts';
import { withoutC1 } from './xml/entities.ts';
import { type Element, elementsIn, textIn } from './xml/tree.ts';

/** The written name under the usual prefix: `podcast:alternateEnclosure` whatever the feed calls the namespace. */
function nameOf({ name, written }: Element): string {
	const colon = name.indexOf(':');
	return name.slice(0, colon + 1) + written.slice(written.indexOf(':') + 1);
}

function whole(element: Element): PodcastElement {
	const attributes: [string, string][] = [];
	for (let i = 0; i < element.attributes.length; i += 2)
		if (!element.attributes[i]!.startsWith('xmlns'))
			// Breaks of lines in an attribute are spaces (XML 1.0, 3.3.3).
			attributes.push([element.attributes[i]!, element.attributes[i + 1]!.replace(/[\t\n\r]/g, ' ')]);
	const own = element.kids.some((kid) => typeof kid !== 'string')
		? element.kids.filter((kid) => typeof kid === 'string').join('')
		: textIn(element);
	return {
		name: nameOf(element),
		attributes: Object.fromEntries(attributes),
		text: withoutC1(own).trim(),
		children: [...elementsIn(element)].map(whole),
	};
}

/** The podcast elements among an element's children. */
export const podcastIn = (
	holder: Element,
	place: PlacedPodcastElement['place'],
	entry: number | null,
): PlacedPodcastElement[] =>
	[...elementsIn(holder)]
		.filter((element) => element.name.startsWith('podcast:'))
		.map((element) => ({ place, entry, ...whole(element) }));
