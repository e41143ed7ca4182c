// Unsaved text kept on the device, by person, version and version number; gone once it is saved.
export interface Kept {
	title: string;
	summary: string;
	html: string;
}

const prefixOf = (key: string): string => `joussour.unsaved.${key}.`;

/** Storage may be full or refused: then nothing is kept, and writing goes on. */
function quietly<Value>(work: () => Value): Value | null {
	try {
		return work();
	} catch {
		return null;
	}
}

const keysOf = (key: string): string[] => Object.keys(localStorage).filter((name) => name.startsWith(prefixOf(key)));

export const forget = (key: string): void =>
	void quietly(() => {
		for (const name of keysOf(key)) localStorage.removeItem(name);
	});

/** Keeps one copy: the newest. */
export function keep(key: string, v: number, text: Kept): void {
	forget(key);
	quietly(() => localStorage.setItem(prefixOf(key) + v, JSON.stringify(text)));
}

/** What an earlier visit left, whichever version number it was written on. */
export const keptFor = (key: string): Kept | null =>
	quietly(() => {
		const name = keysOf(key)[0];
		const text = JSON.parse((name && localStorage.getItem(name)) || 'null') as Partial<Kept> | null;
		return text && typeof text.html === 'string'
			? { title: String(text.title ?? ''), summary: String(text.summary ?? ''), html: text.html }
			: null;
	});
