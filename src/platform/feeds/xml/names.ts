// Names of elements: whatever prefix a feed binds to a known namespace, the reader sees one name for it.

/** Namespace to canonical prefix. The empty prefix holds the vocabularies of feeds themselves. */
const known: Readonly<Record<string, string>> = {
	'': '',
	'http://backend.userland.com/rss': '',
	'http://blogs.law.harvard.edu/tech/rss': '',
	'http://purl.org/rss/1.0/': '',
	'http://my.netscape.com/rdf/simple/0.9/': '',
	'http://channel.netscape.com/rdf/simple/0.9/': '',
	'http://example.com/newformat#': '',
	'http://example.com/necho': '',
	'http://purl.org/echo/': '',
	'uri/of/echo/namespace#': '',
	'http://purl.org/pie/': '',
	'http://purl.org/atom/ns#': '',
	'http://www.w3.org/2005/atom': '',
	'http://purl.org/rss/1.0/modules/rss091#': '',
	'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
	'http://purl.org/dc/elements/1.1/': 'dc',
	'http://purl.org/dc/elements/1.0/': 'dc',
	'http://purl.org/dc/terms/': 'dcterms',
	'http://purl.org/rss/1.0/modules/content/': 'content',
	'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
	'http://example.com/dtds/podcast-1.0.dtd': 'itunes',
	'http://search.yahoo.com/mrss/': 'media',
	'http://search.yahoo.com/mrss': 'media',
	'http://video.search.yahoo.com/mrss/': 'media',
	'http://video.search.yahoo.com/mrss': 'media',
	'https://podcastindex.org/namespace/1.0': 'podcast',
	'https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md': 'podcast',
	'http://www.w3.org/1999/xhtml': 'xhtml',
	'http://webns.net/mvcb/': 'admin',
	'http://www.google.com/schemas/play-podcasts/1.0': 'googleplay',
	'http://www.w3.org/xml/1998/namespace': 'xml',
	'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
	'http://purl.org/rss/1.0/modules/slash/': 'slash',
	'http://wellformedweb.org/commentapi/': 'wfw',
	'http://purl.org/syndication/thread/1.0': 'thr',
	'http://www.w3.org/2000/svg': 'svg',
	'http://www.w3.org/1998/math/mathml': 'mathml',
};

/** Prefixes usually bound to feed vocabularies when a feed forgets to declare them. */
const undeclared: Readonly<Record<string, string>> = { atom: '', a10: '', rss: '', html: 'xhtml', dct: 'dcterms' };

/** Written prefix to canonical prefix, as in force at one element. Immutable: shared by all elements below it. */
export type Names = ReadonlyMap<string, string>;
export const noNames: Names = new Map();

/** `names` with the `xmlns` attributes of one element added; `attributes` holds names and values in turn. */
export function withDeclared(names: Names, attributes: readonly string[], atRoot: boolean): Names {
	let own: Map<string, string> | null = null;
	for (let i = 0; i < attributes.length; i += 2) {
		const name = attributes[i]!;
		if (!name.startsWith('xmlns')) continue;
		const prefix = name.slice(6).toLowerCase();
		if (name.length > 5 && (name[5] !== ':' || prefix === '')) continue;
		const uri = (attributes[i + 1] ?? '').trim().toLowerCase();
		const canonical = known[uri] ?? (prefix === '' ? '' : (undeclared[prefix] ?? prefix));
		own ??= new Map(names);
		// A root in the namespace of a module is a slip: its channel and items are still those of a feed.
		own.set(prefix, prefix === '' && atRoot ? '' : canonical);
	}
	return own ?? names;
}

/** The canonical name of an element, in lower case: `dc:creator` whatever `dc` was called there. */
export function canonicalName(written: string, names: Names): string {
	const lower = written.toLowerCase();
	const colon = lower.indexOf(':');
	const written_prefix = colon < 0 ? '' : lower.slice(0, colon);
	const local = colon < 0 ? lower : lower.slice(colon + 1);
	const prefix = names.get(written_prefix) ?? undeclared[written_prefix] ?? written_prefix;
	return prefix === '' ? local : `${prefix}:${local}`;
}
