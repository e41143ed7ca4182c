// The four kinds of test: `npx vitest run --project unit|build|database|journeys`. A full run takes them in this order.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const minute = 60_000;

export default defineConfig({
	plugins: [svelte({ configFile: false })],
	test: {
		environment: 'node',
		exclude: ['**/node_modules/**', 'build/**', 'test/build/planted/**'],
		passWithNoTests: true,
		projects: [
			{
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts'],
					exclude: ['src/**/*.db.test.ts'],
					// Properties by the thousand, also on a machine that is busy with something else.
					testTimeout: minute,
					sequence: { groupOrder: 0 },
				},
			},
			{
				// The house itself: walls between rooms, file sizes, words of every language. Starts linters, hence the time.
				test: {
					name: 'build',
					include: ['test/build/**/*.test.ts'],
					exclude: ['test/build/planted/**'],
					testTimeout: 2 * minute,
					hookTimeout: 2 * minute,
					maxWorkers: 1,
					sequence: { groupOrder: 1 },
				},
			},
			{
				// One PostgreSQL for all files, started once; few workers, since the server needs the processors too.
				test: {
					name: 'database',
					include: ['src/**/*.db.test.ts', 'test/database/**/*.test.ts'],
					globalSetup: ['test/database/global-setup.ts'],
					testTimeout: 2 * minute,
					hookTimeout: 2 * minute,
					maxWorkers: 2,
					sequence: { groupOrder: 2 },
				},
			},
			{
				// People's ways through the built application, in a real browser, one file at a time.
				test: {
					name: 'journeys',
					include: ['test/journeys/**/*.test.ts'],
					globalSetup: ['test/journeys/global-setup.ts'],
					testTimeout: 2 * minute,
					hookTimeout: 5 * minute,
					maxWorkers: 1,
					sequence: { groupOrder: 3 },
				},
			},
		],
	},
});
