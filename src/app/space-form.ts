// Reads the form of a space's settings: names by language, typed colours or chosen hues, a place by its code, a logo.
import type { RequestEvent } from '@sveltejs/kit';
import { locales } from '#platform/i18n/index.ts';
import { isRefused, refuse, refuseAll, type Refusal } from '#platform/refusal.ts';
import { installation } from '#platform/server/installation.ts';
import { saveImage } from '#platform/server/storage/index.ts';
import { findTerritories } from '#foundations/spaces/server/index.ts';
import { type Aside, field } from './acts.ts';

/** Names and descriptions: of the chosen languages, and of others where something is written. */
export function textsOf(form: FormData): Record<string, { name: string; description: string }> {
	const chosen = form.getAll('languages');
	const found: Record<string, { name: string; description: string }> = {};
	for (const locale of locales) {
		const text = { name: field(form, `texts.${locale}.name`), description: field(form, `texts.${locale}.description`) };
		if (chosen.includes(locale) || text.name.trim() || text.description.trim()) found[locale] = text;
	}
	return found;
}

/** Finds the accent of a typed colour; null when it is none. Handed in by the page, since colours are the design system's. */
type Accents = (colour: string) => { hue: number; chroma: string } | null;

/**
 * The two colours of a form: a typed one wins over the chosen hue, and the first one's vividness is the space's. Refuses
 * `colour.invalid`.
 */
export function coloursIn(form: FormData, accentOf: Accents) {
	const refusals: Refusal[] = [];
	const typed = (name: string) => {
		const text = field(form, name).trim();
		const accent = text ? accentOf(text) : null;
		if (text && !accent) refusals.push({ code: 'colour.invalid', field: name });
		return accent;
	};
	const [first, second] = [typed('colour'), typed('secondColour')];
	refuseAll(refusals);
	return {
		hue: first?.hue ?? field(form, 'hue'),
		chroma: first?.chroma ?? (field(form, 'chroma') || 'high'),
		secondHue: second?.hue ?? field(form, 'secondHue'),
	};
}

/** The place with exactly this code. Refuses `place.code_unknown`. */
async function territoryOf(form: FormData): Promise<string> {
	const code = field(form, 'territoryCode').trim();
	if (!code) return '';
	const exact = (await findTerritories(installation().db, code, 5)).filter(
		(place) => place.code.toLowerCase() === code.toLowerCase(),
	);
	const region = field(form, 'region');
	const [only] = exact.length > 1 ? exact.filter((place) => place.country === region) : exact;
	return only?.id ?? refuse('place.code_unknown', { code: code.slice(0, 40) }, 'territoryCode');
}

/**
 * The logo of a form: a new file, the one kept, or none. Its id goes into the form, so that neither a refusal nor a preview
 * loses the file.
 */
export async function logoIn(event: RequestEvent, form: FormData): Promise<string> {
	const file = form.get('logo');
	if (form.has('removeLogo')) return '';
	if (!(file instanceof File) || file.size === 0)
		return form.has('logoFile') ? field(form, 'logoFile') : (event.locals.space?.logoFile ?? '');
	const { db } = installation();
	const given = {
		bytes: new Uint8Array(await file.arrayBuffer()),
		spaceId: event.locals.space!.id,
		personId: event.locals.person?.personId ?? null,
		now: event.locals.now,
	};
	try {
		const id = await saveImage(db, given);
		form.set('logoFile', id);
		return id;
	} catch (error) {
		if (isRefused(error)) refuse(error.refusal.code, error.refusal.params, 'logo');
		throw error;
	}
}

/** The whole form as `changeSpace` takes it; what is wrong with a file, a colour or a code is kept aside. */
export async function readSpaceForm(event: RequestEvent, form: FormData, accentOf: Accents, aside: Aside) {
	const logoFile = await aside(() => logoIn(event, form), '');
	return {
		texts: textsOf(form),
		languages: form.getAll('languages'),
		...(await aside(() => coloursIn(form, accentOf), { hue: '0', chroma: 'high', secondHue: '0' })),
		logoFile,
		zone: field(form, 'zone').trim(),
		region: field(form, 'region'),
		territoryId: await aside(() => territoryOf(form), ''),
		guestsComment: form.has('guestsComment'),
		guestsSupport: form.has('guestsSupport'),
		guestsPropose: form.has('guestsPropose'),
		holdNewGuests: form.has('holdNewGuests'),
		signOffRequired: form.has('signOffRequired'),
		answerDays: field(form, 'answerDays'),
		v: field(form, 'v'),
	};
}
