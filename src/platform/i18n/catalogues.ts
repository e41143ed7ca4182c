// The five catalogues, read from messages/*.json (the form translators' tools read and write).
import ar from '#messages/ar.json' with { type: 'json' };
import en from '#messages/en.json' with { type: 'json' };
import es from '#messages/es.json' with { type: 'json' };
import fr from '#messages/fr.json' with { type: 'json' };
import zgh from '#messages/zgh.json' with { type: 'json' };
import type { Catalogue } from './create-translator.ts';
import type { Locale } from './locales.ts';

export const catalogues: Readonly<Record<Locale, Catalogue>> = { ar, fr, es, en, zgh };
