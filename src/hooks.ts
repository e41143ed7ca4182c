// Values that stay on the server: pages without hydration need no serialised copy of their data.
import type { Transport } from '@sveltejs/kit/hooks';
import { ServerOnly } from '#platform/server-only.ts';

export const transport: Transport = {
	ServerOnly: { encode: (value: unknown) => value instanceof ServerOnly && 1, decode: () => new ServerOnly(null) },
};
