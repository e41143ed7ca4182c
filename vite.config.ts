// How pages are built: SvelteKit on Node, styles by Tailwind, one strict content policy, islands bundled as ES modules.
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	// A picture or font written inside a style sheet would escape the page's budget and its cache.
	build: { assetsInlineLimit: 0 },
	// Islands are imported with `?worker&url`: a bundled, hashed module for pages that ship no other script.
	worker: { format: 'es', plugins: () => [svelte()] },
	plugins: [
		tailwindcss(),
		sveltekit({
			adapter: adapter(),
			// Kit's own check refuses API clients and plain http; src/hooks.server.ts holds ours, with its test.
			csrf: { trustedOrigins: ['*'] },
			csp: {
				// Never a nonce: pages are kept and shown to everybody, and a nonce that repeats protects nobody.
				mode: 'hash',
				directives: {
					'default-src': ['none'],
					'script-src': ['self'],
					'style-src': ['self'],
					'style-src-attr': ['none'],
					'img-src': ['self', 'data:'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'media-src': ['self'],
					'manifest-src': ['self'],
					'worker-src': ['self'],
					'form-action': ['self'],
					'base-uri': ['none'],
					'object-src': ['none'],
					'frame-ancestors': ['none'],
				},
			},
		}),
	],
});
