// Keys of the moderation desk: p publish, r refuse, j and k next and previous, u undo. They can be switched off.
const stored = 'joussour.keys';
const typing = 'input, textarea, select, [contenteditable]';

const readSwitch = (): boolean => {
	try {
		return localStorage.getItem(stored) !== 'off';
	} catch {
		return true;
	}
};
let on = readSwitch();

function step(by: 1 | -1): void {
	const items = [...document.querySelectorAll<HTMLAnchorElement>('[data-queue] a.item')];
	const at = items.findIndex((item) => item.hasAttribute('aria-current'));
	const next = at < 0 ? items[0] : items[at + by];
	if (next) location.assign(next.href);
}

function press(key: string): boolean {
	const button = document.querySelector<HTMLButtonElement>(`[data-key="${key}"]`);
	if (!button) return false;
	const missing = key === 'r' ? document.querySelector<HTMLSelectElement>('[data-templates]') : null;
	if (missing?.value === '') missing.focus();
	else button.click();
	return true;
}

function onKey(event: KeyboardEvent): void {
	if (!on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
	if (event.target instanceof Element && event.target.closest(typing)) return;
	const key = event.key.toLowerCase();
	if (key === 'j') step(1);
	else if (key === 'k') step(-1);
	else if (!['p', 'r', 'u'].includes(key) || !press(key)) return;
	event.preventDefault();
}

/** Choosing a rule writes its sentence at once, unless a moderator has written one of their own. */
function fillSentences(select: HTMLSelectElement): void {
	const form = select.form;
	const sentence = form?.querySelector<HTMLTextAreaElement>('textarea[name="sentence"]');
	const language = form?.querySelector<HTMLInputElement>('input[name="sentenceLocale"]');
	if (!form || !sentence || !language) return;
	const templates = JSON.parse(select.dataset['templates'] ?? '{}') as Record<
		string,
		{ sentence: string; locale: string }
	>;
	form.querySelector('[data-template]')?.setAttribute('hidden', '');
	let last = Object.values(templates).find((template) => template.sentence === sentence.value)?.sentence ?? '';
	select.addEventListener('change', () => {
		const template = templates[select.value];
		if (!template || (sentence.value.trim() !== '' && sentence.value !== last)) return;
		last = template.sentence;
		sentence.value = template.sentence;
		sentence.lang = language.value = template.locale;
	});
}

function bindSwitch(place: HTMLElement): void {
	const button = place.querySelector('button');
	if (!button) return;
	const draw = (): void => button.setAttribute('aria-pressed', String(on));
	button.addEventListener('click', () => {
		on = !on;
		try {
			localStorage.setItem(stored, on ? 'on' : 'off');
		} catch {
			// Storage may be refused; the switch then lasts as long as the page.
		}
		draw();
	});
	draw();
	place.hidden = false;
}

document.addEventListener('keydown', onKey);
for (const select of document.querySelectorAll<HTMLSelectElement>('[data-templates]')) fillSentences(select);
for (const place of document.querySelectorAll<HTMLElement>('[data-keys]')) bindSwitch(place);
