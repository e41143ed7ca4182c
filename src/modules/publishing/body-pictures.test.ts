// Bodies of feeds and the pictures in them.
import { expect, test } from 'vitest';
import { picturesIn, withOwnPictures } from './body-pictures.ts';

const body =
	'<p>Avant.</p><p><a href="https://loin.example/grand.jpg"><img src="https://loin.example/a.jpg?x=1&amp;y=2" alt="Le &quot;souk&quot;"></a></p>' +
	'<figure><img src="https://loin.example/b.png" alt="Pont"><figcaption>Le pont</figcaption></figure>' +
	'<p><img src="https://loin.example/b.png"><img src="http://loin.example/c.png"><img src="https://compte.example/p.gif" width="1" height="1"></p>';
const [a, b] = ['https://loin.example/a.jpg?x=1&y=2', 'https://loin.example/b.png'];
const file = '0198aaaa-0000-7000-8000-00000000000a';

test('the pictures of a body are those a page could show, each once, without counting pixels', () => {
	expect(picturesIn(body)).toEqual([a, b]);
	expect(picturesIn('<p>Rien</p>')).toEqual([]);
});

test('a picture we keep is shown from here with its words and size; the others stay as they are', () => {
	const { html, leadAlt } = withOwnPictures(body, { [a]: { file, width: 800, height: 500 } }, null);
	expect(html).toContain(
		`<p><img src="/files/${file}" alt="Le &quot;souk&quot;" width="800" height="500" loading="lazy" /></p>`,
	);
	expect(html).toContain(`src="${b}" alt="Pont"`);
	expect(html).not.toContain('grand.jpg');
	expect(leadAlt).toBeNull();
});

test('the picture that leads the work is not shown twice, and lends it its words', () => {
	const found = withOwnPictures(body, { [a]: { file, width: 800, height: 500 } }, a);
	expect(found.leadAlt).toBe('Le "souk"');
	expect(found.html).not.toContain('/files/');
	expect(found.html).toMatch(/^<p>Avant.<\/p><figure>/);
	expect(withOwnPictures(body, {}, a)).toMatchObject({ leadAlt: null });
});
