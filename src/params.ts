// Typed parts of addresses.
import { defineParams } from '@sveltejs/kit/params';
import { isLocale, type Locale } from '#platform/i18n/index.ts';

export const params = defineParams({ locale: (part): Locale | undefined => (isLocale(part) ? part : undefined) });
