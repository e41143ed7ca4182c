// Month and weekday names met in feeds, folded (no accents, no vowel marks, one alef). Source: CLDR 48 for en, fr, es,
// ar (Egypt, Morocco, Tunisia and Algeria, Levant), zgh, it, pt, ca, de, nl, sv, da, nb, fi, el, hu, pl, tr, ru, uk, cs, ro and he, plus usual abbreviations.

/** Lower case, without accents, vowel marks, tatweel or bidi marks; alef, yeh and teh forms folded; Western digits. */
export function foldWord(text: string): string {
	if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
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
	'january jan janvier janv enero ene يناير جانفي كانون-الثاني ⵉⵏⵏⴰⵢⵔ ⵉⵏⵏ gennaio gen janeiro januar januari január ιανουαριος ιανουαριου ιαν tammikuu tammikuuta tammi ocak stycznia styczen января январь янв gener sty ledna leden led oca ianuarie ian січня січень ינואר',
	'february feb fevrier fevr fev febrero فبراير فيفري شباط ⴱⵕⴰⵢⵕ ⴱⵕⴰ febbraio fevereiro februar februari február φεβρουαριος φεβρουαριου φεβ helmikuu helmikuuta helmi subat lutego luty февраля февраль фев febrer lut unora unor uno sub februarie лютого лютий פברואר',
	'march mar mars marzo مارس آذار ⵎⴰⵕⵚ ⵎⴰⵕ março märz maerz mrz mär maart mrt március márc μαρτιος μαρτιου μαρ μαω maaliskuu maaliskuuta maalis marts mart marca marzec марта март мар marc brezna brezen bre martie березня березень מרץ מרס',
	'april apr avril avr abril abr أبريل إبريل أفريل نيسان ⵉⴱⵔⵉⵔ ⵉⴱⵔ aprile április ápr απριλιος απριλιου απρ huhtikuu huhtikuuta huhti nisan kwietnia kwiecien апреля апрель апр kwi dubna duben dub aprilie квітня квітень אפריל',
	'may mai mayo مايو ماي أيار ⵎⴰⵢⵢⵓ ⵎⴰⵢ maggio mag maio mei május máujus máj μαιος μαιου μαι toukokuu toukokuuta touko mayis maja maj мая май maig kvetna kveten kve травня травень מאי',
	'june jun juin junio يونيو يونيه جوان حزيران ⵢⵓⵏⵢⵓ ⵢⵓⵏ giugno giu junho juni június jún ιουνιος ιουνιου ιουν ιον kesakuu kesakuuta kesa haziran czerwca czerwiec июня июнь июн juny cze cervna cerven cvn haz iunie iun червня червень יוני',
	'july jul juillet juil julio يوليو يوليوز يوليه جويلية تموز ⵢⵓⵍⵢⵓⵣ ⵢⵓⵍ luglio lug julho juli július júl ιουλιος ιουλιου ιουλ ιολ heinakuu heinakuuta heina temmuz lipca lipiec июля июль июл juliol lip cervence cervenec cvc tem iulie iul липня липень יולי',
	'august aug août agosto ago أغسطس غشت أوت آب ⵖⵓⵛⵜ ⵖⵓⵛ augustus augusztus αυγουστος αυγουστου αυγ elokuu elokuuta elo augusti agustos sierpnia sierpien августа август авг agost sie srpna srpen srp серпня серпень אוגוסט',
	'september sep sept septembre septiembre setiembre set سبتمبر شتنبر أيلول ⵛⵓⵜⴰⵏⴱⵉⵔ ⵛⵓⵜ settembre setembro szeptember szept σεπτεμβριος σεπτεμβριου σεπτ σεπ syyskuu syyskuuta syys eylul wrzesnia wrzesien сентября сентябрь сен сент setembre wrz zari eyl septembrie вересня вересень ספטמבר',
	'october oct octobre octubre أكتوبر تشرين-الأول ⴽⵜⵓⴱⵔ ⴽⵜⵓ ottobre ott outubro out oktober okt október οκτωβριος οκτωβριου οκτ lokakuu lokakuuta loka ekim pazdziernika pazdziernik октября октябрь окт octubre paz rijna rijen rij eki octombrie жовтня жовтень אוקטובר',
	'november nov novembre noviembre نوفمبر نونبر تشرين-الثاني ⵏⵓⵡⴰⵏⴱⵉⵔ ⵏⵓⵡ novembro νοεμβριος νοεμβριου νοε marraskuu marraskuuta marras kasim listopada listopad ноября ноябрь ноя novembre lis kas noiembrie noi נובמבר',
	'december dec décembre diciembre dic ديسمبر دجنبر كانون-الأول ⴷⵓⵊⴰⵏⴱⵉⵔ ⴷⵓⵊ dicembre dezembro dez dezember δεκεμβριος δεκεμβριου δεκ joulukuu joulukuuta joulu aralik desember grudnia grudzien декабря декабрь дек desembre gru prosince prosinec pro des decembrie грудня грудень דצמבר',
];

const weekdays = [
	'sunday sun dimanche dim domingo dom الأحد أحد ⴰⵙⴰⵎⴰⵙ ⴰⵙⴰ domenica domingo sonntag zondag zo κυρ κυριακη vasárnap',
	'monday mon lundi lun lunes الاثنين الإثنين اثنين ⴰⵢⵏⴰⵙ ⴰⵢⵏ lunedì segunda seg montag mo maandag ma δευ δευτερα hétfő',
	'tuesday tue tues mardi mar martes الثلاثاء ثلاثاء ⴰⵙⵉⵏⴰⵙ ⴰⵙⵉ martedì terça ter dienstag di dinsdag τρι τριτη kedd',
	'wednesday wed mercredi mer miércoles mié الأربعاء أربعاء ⴰⴽⵕⴰⵙ ⴰⴽⵕ mercoledì quarta qua mittwoch mi woensdag wo τετ τεταρτη szerda',
	'thursday thu thur thurs jeudi jeu jueves jue الخميس خميس ⴰⴽⵡⴰⵙ ⴰⴽⵡ giovedì gio quinta qui donnerstag do donderdag πεμ πεμπτη csütörtök',
	'friday fri vendredi ven viernes vie الجمعة جمعة ⴰⵙⵉⵎⵡⴰⵙ ⴰⵙⵉⵎ venerdì sexta sex freitag fr vrijdag vr παρ παρασκευη péntek',
	'saturday sat samedi sam sábado sáb السبت سبت ⴰⵙⵉⴹⵢⴰⵙ ⴰⵙⵉⴹ sabato samstag sa sonnabend zaterdag za σαβ σαββατο szombat',
];

const indexed = (rows: readonly string[]): ReadonlyMap<string, number> =>
	new Map(rows.flatMap((row, index) => row.split(' ').map((name) => [foldWord(name), index] as const)));

/** Folded name to 0 (January) … 11. */
const monthOf = indexed(months);
/** Folded name to 0 (Sunday) … 6. */
export const weekdayOf = indexed(weekdays);

/** The month a folded name means, 0 to 11; a longer word counts by its first three letters unless it is a weekday. */
export const monthNamed = (name: string): number | undefined =>
	monthOf.get(name) ??
	// Hebrew writes «in February» as one word.
	(name.startsWith('ב') ? monthOf.get(name.slice(1)) : undefined) ??
	(name.length > 3 && /^[a-z]+$/.test(name) && !weekdayOf.has(name) ? monthOf.get(name.slice(0, 3)) : undefined);
