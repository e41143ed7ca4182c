// The text of a mail cut at its addresses, so that a page can make links of those that lead to this site.

export interface TextPart {
	text: string;
	href?: string;
}

/** Parts in order; an address of `origin` becomes a link, any other stays text. */
export function cutAtLinks(body: string, origin: string): TextPart[] {
	return body.split(/(https?:\/\/[^\s<>"]+)/).flatMap((text, at) => {
		if (text === '') return [];
		const isOurs = at % 2 === 1 && URL.canParse(text) && new URL(text).origin === origin;
		return [isOurs ? { text, href: text } : { text }];
	});
}
