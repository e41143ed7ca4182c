// The first visit of an empty installation, the demonstration by its button, one-click entry, and a second start.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { type App, startApp } from '#test/app.ts';
import { aReader, axeViolations, closeBrowser, keepPicture } from '#test/browser.ts';
import { postForm } from '#test/network.ts';

const opened: { app: App; dataDir: string }[] = [];

async function anEmptyInstallation(): Promise<{ app: App; dataDir: string }> {
	const dataDir = await mkdtemp(path.join(os.tmpdir(), 'joussour-first-'));
	const made = { app: await startApp({ DATA_DIR: dataDir }), dataDir };
	opened.push(made);
	return made;
}

afterAll(async () => {
	await closeBrowser();
	for (const { app, dataDir } of opened) {
		await app.stop();
		await rm(dataDir, { recursive: true, force: true });
	}
});

test('the set-up page names an empty installation and lets its administrator in, once', async () => {
	const { app, dataDir } = await anEmptyInstallation();
	const reader = await aReader(app.url, { locale: 'fr' });
	await reader.page.goto('/');
	expect(new URL(reader.page.url()).pathname).toBe('/setup');
	expect(await axeViolations(reader.page)).toEqual([]);
	await keepPicture(reader.page, 'setup-fr');
	await reader.page.locator('[name="name"]').fill('Réseau du Sud');
	await reader.page.locator('[name="adminName"]').fill('Amina');
	await reader.page.locator('[name="email"]').fill('amina@example.org');
	await reader.page.locator('[name="password"]').fill('court');
	await reader.page.locator('form:has([name="adminName"]) button').last().click();
	expect(await reader.page.locator('[name="name"]').inputValue()).toBe('Réseau du Sud');
	expect(await reader.page.locator('.refusal').count()).toBeGreaterThan(0);
	await reader.page.locator('[name="password"]').fill('une phrase assez longue');
	await reader.page.locator('form:has([name="adminName"]) button').last().click();
	await reader.page.waitForURL(/\/desk$/);
	expect(reader.complaints).toEqual([]);
	expect((await fetch(`${app.url}/setup`, { redirect: 'manual' })).status).toBe(403);

	const stranger = await aReader(app.url, { locale: 'fr', script: false });
	await stranger.page.goto('/fr/sign-in');
	expect(await stranger.page.locator('button[name="role"]').count()).toBe(0);
	expect((await postForm(app.url, '/fr/sign-in', 'enter', { role: 'admin' })).status).toBe(403);
	await stranger.page.locator('form[action*="password"] [name="email"]').fill('amina@example.org');
	await stranger.page.locator('form[action*="password"] [name="password"]').fill('une phrase assez longue');
	await stranger.page.locator('form[action*="password"] button').click();
	await stranger.page.waitForURL(/\/fr(\/|$)/);
	await stranger.page.goto('/fr/desk/health');
	expect(await stranger.page.locator('h1').count()).toBe(1);

	await expect(startApp({ DATA_DIR: dataDir })).rejects.toThrow(/already runs on this data: http:\/\/127\.0\.0\.1/);
});

test('one button loads the demonstration, and one click enters each role', async () => {
	const { app } = await anEmptyInstallation();
	const reader = await aReader(app.url, { locale: 'ar', script: false });
	await reader.page.goto('/');
	await reader.page.locator('form[action*="demonstration"] button').click({ timeout: 90_000, noWaitAfter: true });
	await reader.page.waitForURL(/\/sign-in/, { timeout: 90_000 });
	const roles = await reader.page
		.locator('button[name="role"]')
		.evaluateAll((buttons) => buttons.map((button) => (button as HTMLButtonElement).value));
	expect(roles.sort()).toEqual([
		'admin',
		'analyst',
		'community_manager',
		'coordinator',
		'editor',
		'facilitator',
		'moderator',
		'officer',
		'producer',
		'validator',
	]);
	for (const role of ['moderator', 'officer']) {
		const entered = await aReader(app.url, { locale: 'ar', script: false });
		await entered.page.goto('/ar/sign-in');
		await entered.page.locator(`button[name="role"][value="${role}"]`).click();
		await entered.page.waitForURL(/\/desk/);
		expect(await entered.page.locator('main .item').count(), `something waits for the ${role}`).toBeGreaterThan(0);
		await entered.context.close();
	}
});

test('the shared demonstration offers the same entry', async () => {
	expect(await (await fetch(`${inject('demo').url}/fr/sign-in`)).text()).toContain('name="role"');
});
