// Who wrote: elements with a name and an address inside, or one line that holds either or both.
import type { Person } from './raw.ts';
import { childText, type Element, textIn } from './xml/tree.ts';
import { plainText } from './text.ts';

const mail =
	/[\p{L}\p{M}\w.+-]{1,64}@(?:\[[\d.]{7,15}\]|[\p{L}\p{M}\w-]{1,63}(?:\.[\p{L}\p{M}\w-]{1,63}){1,8})(?:\?subject=\S{1,200})?/u;
const atMost = 1_000;

/** `amina@radio.example (Amina)`, `Amina <amina@radio.example>`, `Amina`, `amina@radio.example`. */
function personIn(line: string): Person | null {
	const text = line.slice(0, atMost).replace(/\s+/g, ' ').trim();
	if (text === '') return null;
	const email = mail.exec(text)?.[0] ?? null;
	if (email === null) return { name: text, email };
	const name = text
		.replace(email, '')
		.replace(/\bmailto:/i, '')
		.replace(/\(\s*\)|<\s*>|&lt;\s*&gt;|\[\s*\]/g, '')
		.trim()
		.replace(/^[\s,;:"'-]+|[\s,;:"'-]+$/g, '')
		.replace(/^\((.*)\)$|^\(([^)]*)$|^([^(]*)\)$/, '$1$2$3')
		.trim();
	return { name: name || null, email };
}

/** The person an element names. */
export function personOf(element: Element): Person | null {
	const named = childText(element, 'name') ?? childText(element, 'itunes:name');
	const email = childText(element, 'email') ?? childText(element, 'itunes:email');
	if (named === undefined && email === undefined) return personIn(plainText(textIn(element)));
	const inName = named === undefined ? null : personIn(plainText(named));
	return { name: inName?.name ?? null, email: email ?? inName?.email ?? null };
}
