// How a person works a page: by pointer, or by keyboard alone (Tab until there, type, Enter).
import type { Locator, Page } from 'playwright';

export interface Hand {
	/** Follows a link or sends a form: a page loads after it. */
	press(target: Locator): Promise<void>;
	write(target: Locator, text: string): Promise<void>;
	choose(target: Locator, value: string): Promise<void>;
}

const pointer: Hand = {
	press: (target) => target.click(),
	write: (target, text) => target.fill(text),
	choose: async (target, value) =>
		void ((await target.evaluate((node) => node.tagName)) === 'SELECT'
			? await target.selectOption(value)
			: await target.check()),
};

/** Tab until the target has the focus; fails when it cannot be reached. */
async function reach(page: Page, target: Locator): Promise<void> {
	const element = await target.elementHandle();
	for (let steps = 0; steps < 400; steps++) {
		if (await page.evaluate((node) => document.activeElement === node, element)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`the keyboard does not reach ${String(target)}`);
}

const keyboard = (page: Page): Hand => ({
	async press(target) {
		await reach(page, target);
		const loaded = page.waitForEvent('load');
		await page.keyboard.press('Enter');
		await loaded;
	},
	async write(target, text) {
		await reach(page, target);
		await page.keyboard.press('ControlOrMeta+A');
		await page.keyboard.type(text);
	},
	async choose(target, value) {
		await reach(page, target);
		if ((await target.evaluate((node) => node.tagName)) !== 'SELECT') return page.keyboard.press('Space');
		for (let steps = 0; steps < 40 && (await target.inputValue()) !== value; steps++)
			await page.keyboard.press('ArrowDown');
	},
});

export const handOf = (page: Page, way: 'pointer' | 'keyboard'): Hand =>
	way === 'keyboard' ? keyboard(page) : pointer;
