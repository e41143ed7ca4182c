// Lint of Svelte components only: what is TypeScript is read by oxlint, which sees no markup.
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

/** Components that may write HTML as it comes, each with the reason why nothing harmful can come. */
const rawHtmlAllowed = {
	'src/modules/publishing/ui/WorkBody.svelte': 'prints only what cleanHtml has let through (src/app/work-body.ts)',
};

export default defineConfig([
	globalIgnores(['build/', '.svelte-kit/', 'test-artefacts/', 'test/build/planted/', '**/*.{ts,js,mjs,cjs}']),
	{
		files: ['**/*.svelte'],
		extends: [ts.configs.recommended, svelte.configs.recommended],
		languageOptions: { parserOptions: { parser: ts.parser } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'svelte/require-each-key': 'error',
			'svelte/no-at-html-tags': 'error',
			'svelte/button-has-type': 'error',
			'svelte/no-target-blank': 'error',
			'svelte/no-inline-styles': ['error', { allowTransitions: false }],
			'svelte/no-navigation-without-resolve': 'off',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'prefer-const': 'off',
			'svelte/prefer-const': 'error',
			'no-undef': 'off',
		},
	},
	...Object.keys(rawHtmlAllowed).map((file) => ({ files: [file], rules: { 'svelte/no-at-html-tags': 'off' } })),
]);
