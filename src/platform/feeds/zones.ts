// Time zones as feeds write them, in minutes east of UTC.

/** RFC 822 (5.1), and the usual short names of Europe, Africa, the Americas and Asia; the first reading of those with several. */
const named: ReadonlyMap<string, number> = new Map(
	(
		'z0 ut0 utc0 gmt0 wet0 west1 bst1 met1 mest2 cet1 cest2 mez1 mesz2 eet2 eest3 msk3 msd4 wat1 cat2 eat3 sast2 ' +
		'est-5 edt-4 et-5 cst-6 cdt-5 ct-6 mst-7 mdt-6 mt-7 pst-8 pdt-7 pt-8 ast-4 adt-3 at-4 nst-3.5 ndt-2.5 akst-9 akdt-8 ' +
		'hst-10 bot-4 art-3 brt-3 clt-4 clst-3 cot-5 pet-5 vet-4 uyt-3 pyt-4 gst4 pkt5 ist5.5 ict7 hkt8 sgt8 awst8 jst9 kst9 ' +
		'aest10 aedt11 acst9.5 acdt10.5 awdt9 nzst12 nzdt13 chast12.75 chadt13.75 lhst10.5 nft11 idt3 irst3.5 irdt4.5 aft4.5 amt-4 ' +
		'amst-3 azt4 bdt6 btt6 mmt6.5 npt5.75 uzt5 tmt5 tjt5 kgt6 get4 mut4 ret4 sct4 mvt5 myt8 wib7 wita8 wit9 pht8 bnt8 ulat8 ' +
		'yekt5 omst6 novt7 krat7 irkt8 yakt9 vlat10 magt11 pett12 samt4 fjt12 tvt12 gilt12 nct11 vut11 pgt10 sst-11 tkt13 lint14 ' +
		'ckt-10 taht-10 mart-9.5 galt-6 east-6 ect-5 gyt-4 gft-3 srt-3 pmst-3 pmdt-2 fkt-3 fnt-2 azot-1 azost0 cvt-1 egt-1 egst0 ' +
		'hast-10 hadt-9 hdt-9 wast2 iot6'
	)
		.split(' ')
		.map((entry) => {
			const [, name = '', hours] = /^([a-z]+)(.+)$/.exec(entry) ?? [];
			return [name, Number(hours) * 60];
		}),
);

/** Military letters, with the signs RFC 822 gave them (the reverse of what soldiers use); J is none. */
function military(letter: string): number | undefined {
	if (!/^[a-ik-y]$/.test(letter)) return undefined;
	const west = 'abcdefghiklm'.indexOf(letter);
	return west >= 0 ? -(west + 1) * 60 : ('nopqrstuvwxy'.indexOf(letter) + 1) * 60;
}

/** `+0100`, `+1`, `+01:00`, `+530` */
function numeric(zone: string): number | null {
	const [, sign, hours = '', minutes = '0'] = /^([+-])\s*(\d{1,2}?):?(\d{2})?$/.exec(zone) ?? [];
	if (sign === undefined) return null;
	const total = Number(hours) * 60 + Number(minutes);
	return sign === '-' ? -total : total;
}

/** Minutes east of UTC of a zone in lower case; null when it is not known. `gmt+1`, `etc/utc` and `-0700 pdt` are. */
export function offsetOf(zone: string): number | null {
	const bare = zone.replace(/^etc\//, '').replace(/\./g, '');
	const known = named.get(bare) ?? military(bare) ?? numeric(bare.replace(/^(?:gmt|utc?)\s*(?=[+-])/, ''));
	if (known !== null) return known;
	const [first = '', ...more] = bare.split(/\s+|(?<=\d)(?=[a-z])/);
	return more.length > 0 ? offsetOf(first) : null;
}
