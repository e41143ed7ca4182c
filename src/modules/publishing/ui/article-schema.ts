// What the editor knows of an article: our subset of HTML, and everything else kept untouched as one part.
import { type AnyExtension, type Editor, Extension, Mark, mergeAttributes, Node } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

const keptTags = ['figure', 'table', 'img', 'pre'];
const textIn = (html: string): string => {
	const { body } = new DOMParser().parseFromString(html, 'text/html');
	const pictures = [...body.querySelectorAll('img')].map((image) => image.alt || image.src.replace(/^.*\//, ''));
	return [...pictures, (body.textContent ?? '').trim()].filter(Boolean).join(' · ').slice(0, 300);
};

/** A table, a figure, a picture, a listing: shown by its words, moved or deleted whole, written back letter for letter. */
const keptPart = (label: string): Node =>
	Node.create({
		name: 'keptPart',
		group: 'block',
		atom: true,
		draggable: true,
		addAttributes: () => ({ html: { default: '', rendered: false } }),
		parseHTML: () => [
			{ tag: 'kept-part', getAttrs: (element: HTMLElement) => ({ html: element.dataset['html'] ?? '' }) },
			...keptTags.map((tag) => ({
				tag,
				priority: 70,
				getAttrs: (element: HTMLElement) => ({ html: element.outerHTML }),
			})),
		],
		renderHTML: ({ node }) => ['kept-part', { 'data-html': String(node.attrs['html']) }],
		addNodeView:
			() =>
			({ node }) => {
				const dom = document.createElement('div');
				dom.className = 'note small';
				dom.contentEditable = 'false';
				const title = document.createElement('b');
				title.textContent = label;
				const words = document.createElement('span');
				words.dir = 'auto';
				words.textContent = textIn(String(node.attrs['html']));
				dom.append(title, words);
				return { dom };
			},
	});

/** A passage in another language or direction. */
const passage = Mark.create({
	name: 'passage',
	addAttributes: () => ({ lang: { default: null }, dir: { default: null } }),
	parseHTML: () => [{ tag: 'span[lang]' }, { tag: 'span[dir]' }],
	renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});

/** A name set apart from the direction of its line. */
const isolate = Mark.create({
	name: 'isolate',
	addAttributes: () => ({ lang: { default: null }, dir: { default: null } }),
	parseHTML: () => [{ tag: 'bdi' }],
	renderHTML: ({ HTMLAttributes }) => ['bdi', mergeAttributes(HTMLAttributes), 0],
});

/** Blocks keep the language they are marked with. */
const language = Extension.create({
	name: 'blockLanguage',
	addGlobalAttributes: () => [
		{ types: ['paragraph', 'heading', 'listItem', 'blockquote'], attributes: { lang: { default: null } } },
	],
});

export const articleExtensions = (keptLabel: string): AnyExtension[] => [
	StarterKit.configure({
		heading: { levels: [2, 3, 4] },
		underline: false,
		strike: false,
		codeBlock: false,
		link: {
			openOnClick: false,
			defaultProtocol: 'https',
			protocols: ['mailto', 'tel'],
			HTMLAttributes: { rel: null, target: null },
		},
	}),
	keptPart(keptLabel),
	passage,
	isolate,
	language,
];

/** The article as it is posted: kept parts written back, in a document that loads nothing. */
export function htmlOf(editor: Editor): string {
	const { body } = new DOMParser().parseFromString(editor.getHTML(), 'text/html');
	for (const part of body.querySelectorAll<HTMLElement>('kept-part')) part.outerHTML = part.dataset['html'] ?? '';
	return body.innerHTML;
}
