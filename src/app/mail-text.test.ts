// Links in kept mails.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutAtLinks } from './mail-text.ts';

const origin = 'https://ours.example';

test('our own address is a link, another one is text', () => {
	const parts = cutAtLinks(
		'Bonjour,\n\nhttps://ours.example/fr/sign-in/link?token=a%2Fb\nhttps://evil.example/x\n',
		origin,
	);
	expect(parts.filter((part) => part.href).map((part) => part.href)).toEqual([
		'https://ours.example/fr/sign-in/link?token=a%2Fb',
	]);
});

test('a host that only begins like ours is no link', () => {
	expect(
		cutAtLinks('https://ours.example.evil.example/ https://ours.example@evil.example/', origin).some(
			(part) => part.href,
		),
	).toBe(false);
});

test('nothing of the text is lost, whatever it is', () => {
	fc.assert(
		fc.property(
			fc.string(),
			(body) =>
				cutAtLinks(body, origin)
					.map((part) => part.text)
					.join('') === body,
		),
	);
});
