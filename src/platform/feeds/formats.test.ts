// Each format's own names lead to the same neutral fields.
import { describe, expect, it } from 'vitest';
import { type Neutral, parseFeed, type Transport } from './index.ts';

const parse = (text: string, transport?: Transport): Neutral => parseFeed(new TextEncoder().encode(text), transport);

describe('formats of feeds', () => {
	it('RSS 2.0 with the modules of a podcast', () => {
		const { feed, entries } = parse(`<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
			xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
			<title>Radio Atlas</title><link>https://atlas.example/</link><description>Voix du Haut Atlas</description>
			<language>fr_MA</language><copyright>CC BY</copyright><generator>Joussour</generator>
			<managingEditor>redaction@atlas.example (Rachida)</managingEditor>
			<pubDate>Sat, 07 Feb 2026 08:00:00 GMT</pubDate><lastBuildDate>Sun, 08 Feb 2026 08:00:00 GMT</lastBuildDate>
			<category>Radio</category><image><url>https://atlas.example/logo.png</url><title>x</title><link>y</link></image>
			<itunes:category text="Society"><itunes:category text="Documentary"/></itunes:category>
			<item><guid>https://atlas.example/e/1</guid><title>Eau</title><author>Idder</author>
				<itunes:duration>31:07</itunes:duration><itunes:explicit>clean</itunes:explicit>
				<itunes:image href="https://atlas.example/e.png"/><comments>https://atlas.example/e/1#c</comments>
				<enclosure url="https://atlas.example/e.opus" type="audio/ogg" length="90210"/>
				<description>Court</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded></item>
			</channel></rss>`);
		expect(feed).toEqual({
			title: 'Radio Atlas',
			link: 'https://atlas.example/',
			id: null,
			description: 'Voix du Haut Atlas',
			language: 'fr-MA',
			copyright: 'CC BY',
			generator: 'Joussour',
			author: 'Rachida',
			authorEmail: 'redaction@atlas.example',
			published: '2026-02-07T08:00:00.000Z',
			updated: '2026-02-08T08:00:00.000Z',
			created: null,
			image: 'https://atlas.example/logo.png',
			categories: ['Radio', 'Society', 'Documentary'],
		});
		expect(entries).toEqual([
			{
				id: 'https://atlas.example/e/1',
				title: 'Eau',
				link: 'https://atlas.example/e/1',
				author: 'Idder',
				authorEmail: null,
				published: null,
				updated: null,
				created: null,
				summary: 'Court',
				content: '<p>Long</p>',
				categories: [],
				comments: 'https://atlas.example/e/1#c',
				enclosures: [{ url: 'https://atlas.example/e.opus', type: 'audio/ogg', length: 90_210 }],
				itunesDuration: '31:07',
				itunesExplicit: false,
				image: 'https://atlas.example/e.png',
			},
		]);
	});

	it('RSS 0.90 and 1.0 keep entries and picture beside the channel', () => {
		for (const namespace of ['http://my.netscape.com/rdf/simple/0.9/', 'http://purl.org/rss/1.0/']) {
			const { feed, entries } =
				parse(`<RDF:RDF xmlns:RDF="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="${namespace}"
				xmlns:c="http://purl.org/dc/elements/1.1/" xmlns:admin="http://webns.net/mvcb/">
				<channel RDF:about="https://n.example/rdf"><title>Nouvelles</title><link>https://n.example/</link>
				<c:rights>Libre</c:rights><c:language>ar</c:language><admin:generatorAgent RDF:resource="https://tool.example/?v=1"/></channel>
				<image><title>i</title><url>https://n.example/i.gif</url></image>
				<item RDF:about="https://n.example/1"><title>Un</title><c:creator>Salma</c:creator><c:subject>eau</c:subject>
				<c:date>2026-02-07T08:00+01:00</c:date><c:description>peu</c:description></item></RDF:RDF>`);
			expect(feed).toMatchObject({
				title: 'Nouvelles',
				id: 'https://n.example/rdf',
				copyright: 'Libre',
				language: 'ar',
				generator: 'https://tool.example/?v=1',
				image: 'https://n.example/i.gif',
			});
			expect(entries).toMatchObject([
				{
					id: 'https://n.example/1',
					link: 'https://n.example/1',
					author: 'Salma',
					published: '2026-02-07T07:00:00.000Z',
					updated: '2026-02-07T07:00:00.000Z',
					summary: 'peu',
					categories: ['eau'],
				},
			]);
		}
	});

	it('Atom 0.3, with its modes and its own names', () => {
		const { feed, entries } = parse(`<feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="es">
			<title mode="escaped" type="text/html">Oruro &lt;i&gt;hoy&lt;/i&gt;</title><tagline>lema</tagline><id>tag:o.example,2004:1</id>
			<link rel="alternate" type="text/html" href="http://o.example/"/><modified>2004-01-02T03:04:05Z</modified>
			<copyright>todos</copyright><generator url="http://g.example/" version="1">Generador</generator>
			<author><name>Ana</name><url>http://ana.example/</url><email>ana@o.example</email></author>
			<entry><title>t</title><issued>2004-01-01T00:00:00-04:00</issued><created>2003-12-31</created>
			<content type="text/html" mode="base64">PGI+c8OtPC9iPg==</content>
			<summary type="application/xhtml+xml"><p xmlns="http://www.w3.org/1999/xhtml">a &amp; b<br/></p></summary></entry></feed>`);
		expect(feed).toMatchObject({
			title: 'Oruro <i>hoy</i>',
			description: 'lema',
			id: 'tag:o.example,2004:1',
			link: 'http://o.example/',
			language: 'es',
			updated: '2004-01-02T03:04:05.000Z',
			copyright: 'todos',
			generator: 'Generador',
			author: 'Ana',
			authorEmail: 'ana@o.example',
		});
		expect(entries).toMatchObject([
			{
				published: '2004-01-01T04:00:00.000Z',
				created: '2003-12-31T00:00:00.000Z',
				content: '<b>sí</b>',
				summary: '<p>a &amp; b<br /></p>',
			},
		]);
	});

	it('Atom 1.0: kinds of text, links by relation, logo before icon, a source that is not the entry', () => {
		const { feed, entries } =
			parse(`<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml">
			<a:title type="xhtml"><h:div>Un <h:em>titre</h:em></h:div></a:title><a:subtitle type="html">&lt;b&gt;sous&lt;/b&gt;</a:subtitle>
			<a:link rel="self" href="https://f.example/atom"/><a:link href="https://f.example/fr" type="text/html"/>
			<a:icon>https://f.example/i.ico</a:icon><a:logo>https://f.example/l.png</a:logo><a:rights>R</a:rights>
			<a:entry><a:id>urn:x</a:id><a:title type="text">1 &lt; 2</a:title><a:link rel="related" href="https://r.example/"/>
			<a:link rel="enclosure" href="https://f.example/s.ogg" type="audio/ogg" length="12"/>
			<a:category term="eau" label="Eau et climat"/><a:content type="text/plain" src="https://f.example/c"/>
			<a:source><a:title>autre</a:title><a:id>urn:autre</a:id><a:link href="https://autre.example/"/></a:source>
			<a:published>2026-02-07T08:00:00.5+01:00</a:published></a:entry></a:feed>`);
		expect(feed).toMatchObject({
			title: 'Un <em>titre</em>',
			description: '<b>sous</b>',
			link: 'https://f.example/fr',
			image: 'https://f.example/l.png',
			copyright: 'R',
		});
		expect(entries).toMatchObject([
			{
				id: 'urn:x',
				title: '1 < 2',
				link: null,
				content: null,
				categories: ['eau'],
				enclosures: [{ url: 'https://f.example/s.ogg', type: 'audio/ogg', length: 12 }],
			},
		]);
	});

	it('CDF, whose facts stand in attributes', () => {
		const { feed, entries } =
			parse(`<?XML VERSION="1.0"?><CHANNEL HREF="http://c.example/" LASTMOD="1998-11-05T10:11Z"><TITLE>Canal</TITLE>
			<ABSTRACT>Résumé</ABSTRACT><LOGO HREF="http://c.example/l.gif" STYLE="ICON"/>
			<ITEM HREF="http://c.example/1" LASTMOD="1998-11-06"><TITLE>Premier</TITLE><ABSTRACT>Un</ABSTRACT></ITEM></CHANNEL>`);
		expect(feed).toMatchObject({
			title: 'Canal',
			description: 'Résumé',
			link: 'http://c.example/',
			image: 'http://c.example/l.gif',
			updated: '1998-11-05T10:11:00.000Z',
		});
		expect(entries).toMatchObject([
			{ title: 'Premier', summary: 'Un', link: 'http://c.example/1', updated: '1998-11-06T00:00:00.000Z' },
		]);
	});

	it('JSON Feed 1.0 and 1.1', () => {
		const { feed, entries } = parse(
			JSON.stringify({
				version: 'https://jsonfeed.org/version/1',
				title: 'J',
				feed_url: 'https://j.example/feed.json',
				icon: 'icone.png',
				author: { name: 'Tarik', url: 'mailto:t@j.example' },
				items: [
					{
						id: 1,
						url: '/un',
						content_html: '<img src="a.png">',
						authors: [{ name: 'Aya' }],
						attachments: [{ url: 'a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 7 }],
						date_modified: '2026-02-07T08:00:00Z',
					},
				],
			}),
		);
		expect(feed).toMatchObject({ author: 'Tarik', authorEmail: 't@j.example', image: 'https://j.example/icone.png' });
		expect(entries).toMatchObject([
			{
				id: '1',
				link: 'https://j.example/un',
				author: 'Aya',
				content: '<img src="https://j.example/a.png" />',
				enclosures: [{ url: 'https://j.example/a.mp3', type: 'audio/mpeg', length: 7 }],
				published: null,
				updated: '2026-02-07T08:00:00.000Z',
			},
		]);
	});

	it('podcast elements whole, with their place, whatever their prefix', () => {
		const { podcast, entries } = parse(`<rss xmlns:p="https://podcastindex.org/namespace/1.0"><channel>
			<p:value type="lightning"><p:valueRecipient name="Radio" split="90"/></p:value><p:guid>917393e3</p:guid>
			<p:liveItem status="live"><title>Direct</title><guid>d</guid></p:liveItem>
			<item><title>e</title><p:alternateEnclosure type="audio/opus"><p:source uri="https://a.example/x"/></p:alternateEnclosure></item>
			</channel></rss>`);
		expect(entries).toHaveLength(1);
		expect(podcast).toMatchObject([
			{
				place: 'channel',
				entry: null,
				name: 'podcast:value',
				attributes: { type: 'lightning' },
				children: [{ name: 'podcast:valueRecipient', attributes: { name: 'Radio', split: '90' } }],
			},
			{ name: 'podcast:guid', text: '917393e3' },
			{ name: 'podcast:liveItem', attributes: { status: 'live' }, children: [{ name: 'title', text: 'Direct' }, {}] },
			{
				place: 'item',
				entry: 0,
				name: 'podcast:alternateEnclosure',
				children: [{ name: 'podcast:source', attributes: { uri: 'https://a.example/x' } }],
			},
		]);
	});
});
