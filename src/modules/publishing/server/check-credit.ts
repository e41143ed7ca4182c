// What a work needs beside its text: a credit with a name, a picture of this space with words for those who cannot see it.
import { refuse, type Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/server/db.ts';
import type { Credit } from './schema.ts';
import './schema.ts';

interface Named {
	creditName?: string | null | undefined;
	creditUrl?: string | null | undefined;
}
interface Pictured {
	imageFile?: string | null | undefined;
	imageAlt?: string | null | undefined;
}

/** What a credit and a picture as they were sent lack; a field that is absent was not sent, or could not be read. */
export function sharedRefusals({ creditName, creditUrl, imageFile, imageAlt }: Named & Pictured): Refusal[] {
	const refusals: Refusal[] = [];
	if (creditUrl && creditName === null) refusals.push({ code: 'field.missing', field: 'creditName' });
	if (imageFile && !imageAlt && imageAlt !== undefined) refusals.push({ code: 'image.alt_missing', field: 'imageAlt' });
	return refusals;
}

/** The credit, or null; an address without a name is refused. */
export function checkCredit({
	creditName,
	creditUrl,
}: {
	creditName: string | null;
	creditUrl: string | null;
}): Credit | null {
	if (creditUrl && !creditName) refuse('field.missing', {}, 'creditName');
	return creditName ? { name: creditName, url: creditUrl } : null;
}

/** Refuses a picture without a description, and one that is not this space's (the one already there stays). */
export async function checkPicture(
	tx: Tx,
	spaceId: string,
	{ imageFile, imageAlt }: { imageFile: string | null; imageAlt: string | null },
	already: string | null,
): Promise<void> {
	if (!imageFile) return;
	if (!imageAlt) refuse('image.alt_missing', {}, 'imageAlt');
	if (imageFile === already) return;
	const file = await tx.selectFrom('file').select('space_id').where('id', '=', imageFile).executeTakeFirst();
	if (file?.space_id !== spaceId) refuse('image.not_found', {}, 'picture');
}
