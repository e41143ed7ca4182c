// Names of elements: whatever prefix a feed binds to a known namespace, the reader sees one name for it.

/** Namespace to canonical prefix, as `bare` writes them. The empty prefix holds the vocabularies of feeds themselves. */
const known: Readonly<Record<string, string>> = {
	'': '',
	'backend.userland.com/rss': '',
	'blogs.law.harvard.edu/tech/rss': '',
	'purl.org/rss/1.0': '',
	'my.netscape.com/rdf/simple/0.9': '',
	'channel.netscape.com/rdf/simple/0.9': '',
	'example.com/newformat': '',
	'example.com/necho': '',
	'purl.org/echo': '',
	'uri/of/echo/namespace': '',
	'purl.org/pie': '',
	'purl.org/atom/ns': '',
	'w3.org/2005/atom': '',
	'purl.org/rss/1.0/modules/rss091': '',
	'w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
	'purl.org/dc/elements/1.1': 'dc',
	'purl.org/dc/elements/1.0': 'dc',
	'purl.org/dc/terms': 'dcterms',
	'purl.org/rss/1.0/modules/content': 'content',
	'itunes.com/dtds/podcast-1.0.dtd': 'itunes',
	'example.com/dtds/podcast-1.0.dtd': 'itunes',
	'search.yahoo.com/mrss': 'media',
	'video.search.yahoo.com/mrss': 'media',
	'podcastindex.org/namespace/1.0': 'podcast',
	'github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md': 'podcast',
	'w3.org/1999/xhtml': 'xhtml',
	'webns.net/mvcb': 'admin',
	'google.com/schemas/play-podcasts/1.0': 'googleplay',
	'w3.org/xml/1998/namespace': 'xml',
	'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
	'purl.org/rss/1.0/modules/slash': 'slash',
	'wellformedweb.org/commentapi': 'wfw',
	'purl.org/syndication/thread/1.0': 'thr',
	'w3.org/2000/svg': 'svg',
	'w3.org/1998/math/mathml': 'mathml',
};

/** An address of a namespace without what is often written wrongly: its scheme, its case, its end. */
const bare = (uri: string): string =>
	uri
		.trim()
		.toLowerCase()
		.replace(/^https?:\/\/(?:www\.)?/, '')
		.replace(/[/#]{1,9}$/, '');

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
		const canonical = known[bare(attributes[i + 1] ?? '')] ?? (prefix === '' ? '' : (undeclared[prefix] ?? prefix));
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
