// Live news of a thread: says how many contributions came since the page was drawn, and sends a form once. Without it the page is whole; it never polls.

/** Draws the count into the thread's status line. */
function show(line: HTMLElement, count: number): void {
	const words = line.querySelector('span');
	if (words) words.textContent = (line.dataset['text'] ?? '#').replace('#', String(count));
	line.hidden = count === 0;
}

function follow(line: HTMLElement): void {
	const seen = new Set<string>();
	const source = new EventSource(`/events?subject=${encodeURIComponent(line.dataset['live'] ?? '')}`);
	source.addEventListener('published', (event) => {
		const { id } = JSON.parse((event as MessageEvent<string>).data) as { id: string };
		if (document.getElementById(`c-${id}`)) return;
		seen.add(id);
		show(line, seen.size);
	});
	addEventListener('pagehide', () => source.close());
}

/** A second click on a form already on its way sends nothing; after five seconds the reader may try again. */
document.addEventListener('submit', (event) => {
	const form = event.target as HTMLFormElement;
	if ('sent' in form.dataset) event.preventDefault();
	form.dataset['sent'] = '';
	setTimeout(() => delete form.dataset['sent'], 5_000);
});

if (typeof EventSource !== 'undefined')
	for (const line of document.querySelectorAll<HTMLElement>('[data-live]')) follow(line);
