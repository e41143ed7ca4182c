// Which elements hold text for people, which belong to a feed's frame, and which HTML never closes.

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements whose inside is one text: markup found there is part of it, escaped or not. */
export const textElements = words(
	'title description summary content subtitle tagline info abstract rights copyright body fullitem xhtml:body ' +
		'content:encoded dc:title dc:description dc:rights itunes:title itunes:subtitle itunes:summary media:title media:description',
);

/** Elements of an entry that no HTML text contains: met inside a text that was not closed, they end it. */
export const structural = words(
	'pubdate guid description enclosure category comments author published updated modified issued created summary ' +
		'content content:encoded id dc:date dc:creator dc:subject itunes:author itunes:duration itunes:explicit ' +
		'itunes:image itunes:summary itunes:subtitle itunes:keywords media:content media:thumbnail media:group lastbuilddate language ' +
		'generator managingeditor webmaster item entry channel image textinput',
);

/** Elements that HTML has too, but in a text that nothing closes they are the entry's. */
export const ending = words('link title source');

/** Elements that only hold attributes, once they have some: the next start tag closes them. */
export const leaves = words(
	'link enclosure category media:thumbnail itunes:image podcast:transcript podcast:chapters podcast:remoteitem ' +
		'podcast:valuerecipient podcast:source podcast:integrity podcast:socialinteract podcast:images podcast:image podcast:podping podcast:chat',
);

/** Elements that hold one line: not closed, they end where the next element of the entry starts. */
export const lines = words(
	'link guid id pubdate category author comments published updated modified issued created language generator managingeditor ' +
		'webmaster lastbuilddate dc:date dc:creator dc:subject itunes:author itunes:duration itunes:explicit itunes:keywords',
);

/** HTML elements without an end tag (WHATWG HTML, 13.1.2). */
export const voids = words('area base br col embed hr img input link meta param source track wbr');

/** HTML elements that a sibling of the same name closes. */
export const repeating = words('p li tr td th dt dd option');

export const entryNames = words('item entry');
export const rootNames = words('rss rdf:rdf rdf feed channel');
