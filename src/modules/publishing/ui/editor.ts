// The editor of an article: takes the place of the plain field, keeps unsaved text on the device, posts HTML.
import { Editor } from '@tiptap/core';
import { articleExtensions, htmlOf } from './article-schema.ts';
import { forget, keep, type Kept, keptFor } from './unsaved.ts';

type Act = (editor: Editor) => boolean;
const acts: Readonly<Record<string, Act>> = {
	bold: (editor) => editor.chain().focus().toggleBold().run(),
	italic: (editor) => editor.chain().focus().toggleItalic().run(),
	heading: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
	subheading: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
	list: (editor) => editor.chain().focus().toggleBulletList().run(),
	numbers: (editor) => editor.chain().focus().toggleOrderedList().run(),
	quote: (editor) => editor.chain().focus().toggleBlockquote().run(),
	undo: (editor) => editor.chain().focus().undo().run(),
	redo: (editor) => editor.chain().focus().redo().run(),
};
const active: Readonly<Record<string, (editor: Editor) => boolean>> = {
	bold: (editor) => editor.isActive('bold'),
	italic: (editor) => editor.isActive('italic'),
	heading: (editor) => editor.isActive('heading', { level: 2 }),
	subheading: (editor) => editor.isActive('heading', { level: 3 }),
	list: (editor) => editor.isActive('bulletList'),
	numbers: (editor) => editor.isActive('orderedList'),
	quote: (editor) => editor.isActive('blockquote'),
	link: (editor) => editor.isActive('link'),
};

const part = <Part extends HTMLElement>(root: HTMLElement, name: string): Part => {
	const found = root.querySelector<Part>(`[data-${name}]`);
	if (!found) throw new Error(`the editor lacks its ${name}`);
	return found;
};

/** Links are typed in a row of their own; Enter sets one and does not post the form. */
function bindLink(root: HTMLElement, editor: Editor): () => void {
	const row = part(root, 'link');
	const input = row.querySelector('input')!;
	const close = (): void => {
		row.hidden = true;
		editor.commands.focus();
	};
	const set = (): void => {
		const typed = input.value.trim();
		const href = /^[a-z\d-]+(?:\.[a-z\d-]+)+(?:[/?#]|$)/i.test(typed) ? `https://${typed}` : typed;
		const chain = editor.chain().focus().extendMarkRange('link');
		if (href === '') chain.unsetLink().run();
		else if (editor.state.selection.empty && !editor.isActive('link'))
			editor
				.chain()
				.focus()
				.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
				.run();
		else chain.setLink({ href }).run();
		close();
	};
	part(root, 'link-set').addEventListener('click', set);
	part(root, 'link-remove').addEventListener('click', () => {
		editor.chain().focus().extendMarkRange('link').unsetLink().run();
		close();
	});
	input.addEventListener('keydown', (event) => {
		if (event.key === 'Enter') {
			event.preventDefault();
			set();
		} else if (event.key === 'Escape') close();
	});
	return () => {
		row.hidden = false;
		input.value = String(editor.getAttributes('link')['href'] ?? '');
		input.focus();
	};
}

function bindTools(root: HTMLElement, editor: Editor): void {
	const openLink = bindLink(root, editor);
	const buttons = [...root.querySelectorAll<HTMLButtonElement>('[data-act]')];
	for (const button of buttons) {
		// The text keeps its focus and its selection under a pointer.
		button.addEventListener('mousedown', (event) => event.preventDefault());
		button.addEventListener('click', () => {
			const act = button.dataset['act'] ?? '';
			if (act === 'link') openLink();
			else acts[act]?.(editor);
		});
	}
	const show = (): void => {
		for (const button of buttons) {
			const state = active[button.dataset['act'] ?? ''];
			if (state) button.setAttribute('aria-pressed', String(state(editor)));
		}
	};
	editor.on('transaction', show);
	show();
}

const fields = (form: HTMLFormElement): Record<'title' | 'summary', HTMLInputElement | HTMLTextAreaElement | null> => ({
	title: form.querySelector('input[name=title]'),
	summary: form.querySelector('textarea[name=summary]'),
});

/** Keeps what is typed on the device, and offers what an earlier visit left unsaved. */
function bindUnsaved(root: HTMLElement, form: HTMLFormElement, editor: Editor): void {
	const key = root.dataset['key'] ?? '';
	const v = Number(root.dataset['v'] ?? 0);
	const { title, summary } = fields(form);
	const now = (): Kept => ({ title: title?.value ?? '', summary: summary?.value ?? '', html: htmlOf(editor) });
	const shown = JSON.stringify(now());
	let timer: ReturnType<typeof setTimeout> | undefined;
	const later = (): void => {
		clearTimeout(timer);
		timer = setTimeout(() => (JSON.stringify(now()) === shown ? undefined : keep(key, v, now())), 600);
	};
	for (const saved of root.dataset['forgets']?.split(' ') ?? []) if (saved) forget(saved);
	const found = keptFor(key);
	if (found && JSON.stringify(found) !== shown) {
		const note = part(root, 'found');
		note.hidden = false;
		part(root, 'restore').addEventListener('click', () => {
			if (title) title.value = found.title;
			if (summary) summary.value = found.summary;
			editor.commands.setContent(found.html, { emitUpdate: true });
			note.hidden = true;
			editor.commands.focus();
		});
		part(root, 'discard').addEventListener('click', () => {
			forget(key);
			note.hidden = true;
		});
	}
	editor.on('update', later);
	title?.addEventListener('input', later);
	summary?.addEventListener('input', later);
}

function start(root: HTMLElement): void {
	const textarea = root.querySelector('textarea')!;
	const { form } = textarea;
	if (!form) return;
	const place = part(root, 'place');
	const labelled = ['f-body-label'];
	const described =
		textarea
			.getAttribute('aria-describedby')
			?.split(' ')
			.filter((id) => id !== 'f-body-help') ?? [];
	const editor = new Editor({
		element: place,
		content: root.dataset['html'] ?? '',
		extensions: articleExtensions(root.dataset['kept'] ?? ''),
		injectCSS: false,
		textDirection: 'auto',
		editorProps: {
			attributes: {
				class: 'prose',
				id: textarea.id,
				role: 'textbox',
				'aria-multiline': 'true',
				'aria-labelledby': labelled.join(' '),
				...(textarea.lang ? { lang: textarea.lang } : {}),
				...(described.length ? { 'aria-describedby': described.join(' ') } : {}),
				...(textarea.hasAttribute('aria-invalid') ? { 'aria-invalid': 'true' } : {}),
			},
		},
	});
	textarea.removeAttribute('id');
	textarea.hidden = true;
	place.hidden = false;
	part(root, 'tools').hidden = false;
	part(root, 'plain-help').hidden = true;
	part(root, 'script-help').hidden = false;
	root.querySelector('#f-body-label')?.addEventListener('click', () => editor.commands.focus());
	bindTools(root, editor);
	bindUnsaved(root, form, editor);
	form.addEventListener('formdata', ({ formData }) => {
		formData.set('body', htmlOf(editor));
		formData.set('format', 'html');
	});
}

for (const root of document.querySelectorAll<HTMLElement>('[data-editor]')) start(root);
