// Media RSS (1.5.1): pictures and files of an entry, also where they stand in groups.
import { addressAt, fileAt, type Index, all } from './from-xml.ts';
import type { File } from './raw.ts';
import { attribute, childOf, type Element, elementsIn } from './xml/tree.ts';

const isImage = (element: Element): boolean =>
	attribute(element, 'medium') === 'image' ||
	attribute(element, 'type')?.startsWith('image/') === true ||
	/\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)/i.test(attribute(element, 'url') ?? '');

/** By what it says of itself, or, where it says nothing, by the end of its address. */
const isRecording = (element: Element): boolean => {
	const said = attribute(element, 'medium') ?? attribute(element, 'type');
	if (said !== undefined) return /^(?:audio|video|application\/(?:x-shockwave-flash|pdf|ogg))/.test(said);
	return /\.(?:mp3|m4a|ogg|oga|opus|aac|wav|flac|mp4|m4v|mov|webm|ogv|avi)(?:\?|$)/i.test(
		attribute(element, 'url') ?? '',
	);
};

/** Full pictures first, then thumbnails; recordings as files. */
export function mediaIn(index: Index, base: string): { images: string[]; files: File[] } {
	const groups = all(index, 'media:group');
	const grouped = groups.flatMap((group) => [...elementsIn(group)]);
	const contents = [...all(index, 'media:content'), ...grouped.filter((element) => element.name === 'media:content')];
	const thumbnails = [
		...all(index, 'media:thumbnail'),
		...grouped.filter((element) => element.name === 'media:thumbnail'),
		...contents.flatMap((content) => childOf(content, 'media:thumbnail') ?? []),
	];
	const addressed = (elements: readonly Element[]): string[] =>
		elements.flatMap((element) => {
			const url = attribute(element, 'url')?.trim();
			return url ? [addressAt(element, url, base)] : [];
		});
	return {
		images: addressed([...contents.filter(isImage), ...thumbnails]),
		files: contents
			.filter((element) => !isImage(element) && isRecording(element))
			.map((element) => fileAt(element, base, 'filesize'))
			.filter((file) => file !== null),
	};
}
