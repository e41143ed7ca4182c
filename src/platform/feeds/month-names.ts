// Month and weekday names met in feeds of the region, folded (no accents, no vowel marks, one alef). Source: CLDR 48
// for en, fr, es, ar (Egypt, Morocco, Tunisia and Algeria, Levant) and zgh, plus usual abbreviations.

/** Lower case, without accents, vowel marks, tatweel or bidi marks; alef, yeh and teh forms folded; Western digits. */
export function foldWord(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[\p{M}\u0640\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu, '')
		.replace(/[أإآٱ]/g, 'ا')
		.replace(/[ىی]/g, 'ي')
		.replace(/ة/g, 'ه')
		.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
		.toLowerCase();
}

const months = [
	'january jan janvier janv enero ene يناير جانفي كانون-الثاني ⵉⵏⵏⴰⵢⵔ ⵉⵏⵏ',
	'february feb fevrier fevr fev febrero فبراير فيفري شباط ⴱⵕⴰⵢⵕ ⴱⵕⴰ',
	'march mar mars marzo مارس آذار ⵎⴰⵕⵚ ⵎⴰⵕ',
	'april apr avril avr abril abr أبريل إبريل أفريل نيسان ⵉⴱⵔⵉⵔ ⵉⴱⵔ',
	'may mai mayo مايو ماي أيار ⵎⴰⵢⵢⵓ ⵎⴰⵢ',
	'june jun juin junio يونيو يونيه جوان حزيران ⵢⵓⵏⵢⵓ ⵢⵓⵏ',
	'july jul juillet juil julio يوليو يوليوز يوليه جويلية تموز ⵢⵓⵍⵢⵓⵣ ⵢⵓⵍ',
	'august aug août agosto ago أغسطس غشت أوت آب ⵖⵓⵛⵜ ⵖⵓⵛ',
	'september sep sept septembre septiembre setiembre set سبتمبر شتنبر أيلول ⵛⵓⵜⴰⵏⴱⵉⵔ ⵛⵓⵜ',
	'october oct octobre octubre أكتوبر تشرين-الأول ⴽⵜⵓⴱⵔ ⴽⵜⵓ',
	'november nov novembre noviembre نوفمبر نونبر تشرين-الثاني ⵏⵓⵡⴰⵏⴱⵉⵔ ⵏⵓⵡ',
	'december dec décembre diciembre dic ديسمبر دجنبر كانون-الأول ⴷⵓⵊⴰⵏⴱⵉⵔ ⴷⵓⵊ',
];

const weekdays = [
	'sunday sun dimanche dim domingo dom الأحد أحد ⴰⵙⴰⵎⴰⵙ ⴰⵙⴰ',
	'monday mon lundi lun lunes الاثنين الإثنين اثنين ⴰⵢⵏⴰⵙ ⴰⵢⵏ',
	'tuesday tue tues mardi mar martes الثلاثاء ثلاثاء ⴰⵙⵉⵏⴰⵙ ⴰⵙⵉ',
	'wednesday wed mercredi mer miércoles mié الأربعاء أربعاء ⴰⴽⵕⴰⵙ ⴰⴽⵕ',
	'thursday thu thur thurs jeudi jeu jueves jue الخميس خميس ⴰⴽⵡⴰⵙ ⴰⴽⵡ',
	'friday fri vendredi ven viernes vie الجمعة جمعة ⴰⵙⵉⵎⵡⴰⵙ ⴰⵙⵉⵎ',
	'saturday sat samedi sam sábado sáb السبت سبت ⴰⵙⵉⴹⵢⴰⵙ ⴰⵙⵉⴹ',
];

const indexed = (rows: readonly string[]): ReadonlyMap<string, number> =>
	new Map(rows.flatMap((row, index) => row.split(' ').map((name) => [foldWord(name), index] as const)));

/** Folded name to 0 (January) … 11. */
export const monthOf = indexed(months);
/** Folded name to 0 (Sunday) … 6. */
export const weekdayOf = indexed(weekdays);
