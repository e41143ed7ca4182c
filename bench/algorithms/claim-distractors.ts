// Claims made by the thousand, near enough to each other and to the written cases to mislead.
import { seededRandom } from '../../src/platform/random.ts';

interface Parts {
	who: string[];
	does: string[];
	what: string[];
	where: string[];
}

const parts: Record<string, Parts> = {
	en: {
		who: 'the mayor|the minister of health|the minister of education|a retired teacher|the city council|a phone company|the army|two farmers|a doctor from the hospital|the national bank|a football player|foreign associations|the police chief|a well known singer|the water company|the school director|refugees|the new government|a truck driver|the electricity company'.split(
			'|',
		),
		does: 'sold|closed|announced the end of|paid for|poisoned|bought|is hiding|will tax|burned down|photographed|banned|lost|doubled the price of|refused|spent public money on|filmed|stole|found|will replace|demolished'.split(
			'|',
		),
		what: 'the old market|a private villa|the vaccines|the school buses|the drinking water|the pensions|a white van|the bread|the ballot boxes|identity cards|the new bridge|a lion|the swimming pool|the weekly allowance|the wells|the olive trees|the polling station|three antennas|the archive|the lithium'.split(
			'|',
		),
		where:
			'near the harbour|in the north|before the elections|after the storm|at night|last year|without any law|in the village|behind the stadium|on the highway|during the pandemic|in secret|for two weeks|in the park|next month'.split(
				'|',
			),
	},
	fr: {
		who: 'le maire|la ministre de la santé|le gouvernement|un médecin|la commune|les députés|une association étrangère|la police|un agriculteur|le directeur de l’école|la société des eaux|un chanteur connu|les migrants|la banque centrale|un ancien ministre'.split(
			'|',
		),
		does: 'a vendu|va fermer|a interdit|finance|cache|a brûlé|va taxer|a acheté|a doublé le prix de|refuse|a perdu|a filmé|va remplacer|a volé|supprime'.split(
			'|',
		),
		what: 'le marché|les vaccins|le barrage|l’école publique|l’eau potable|les retraites|une camionnette|le pain|les urnes|la carte d’assurance|le nouveau pont|les arbres|le stade|les salaires|le divorce'.split(
			'|',
		),
		where:
			'dans le nord|pendant la nuit|avant les élections|après la tempête|sans accord écrit|l’année dernière|au village|près du port|en secret|pour deux semaines|à la rentrée|le mois prochain|dans la région'.split(
				'|',
			),
	},
	es: {
		who: 'la alcaldesa|el ministro|el gobierno|una empresa extranjera|el ejército|un médico|los indígenas|la policía|una mujer|el banco|un cantante|los militares|la radio|un campesino'.split(
			'|',
		),
		does: 'vendió|va a cerrar|prohibió|paga|esconde|quemó|cobrará|compró|subió el precio de|perdió|filmó|robó|va a construir'.split(
			'|',
		),
		what: 'el mercado|las vacunas|el agua|el impuesto|los billetes|el salar|las escuelas|la carretera|el pan|las urnas|un centro comercial|los perros|el hospital'.split(
			'|',
		),
		where:
			'en el norte|de noche|antes de las elecciones|en secreto|sin ley|el año pasado|cerca del puerto|en la ciudad|durante la pandemia|el próximo mes|en las calles'.split(
				'|',
			),
	},
	ar: {
		who: 'رئيس الجماعة|وزير الصحة|وزير التعليم|الحكومة|طبيب معروف|البلدية|النواب|جمعية أجنبية|الشرطة|فلاح من القرية|مدير المدرسة|شركة الماء|المهاجرون|البنك|مجهولون'.split(
			'|',
		),
		does: 'باع|سيغلق|يمنع|يمول|يخفي|أحرق|اشترى|رفع سعر|يرفض|صور|سرق|ألغى|أعلن عن|هدم'.split('|'),
		what: 'السوق القديم|اللقاح|السد|المدرسة العمومية|ماء الشرب|المعاشات|سيارة بيضاء|الخبز|صناديق الاقتراع|بطاقة التأمين|القنطرة الجديدة|الأشجار|الملعب|الأجور|الامتحانات|الدعم'.split(
			'|',
		),
		where:
			'في الشمال|ليلا|قبل الانتخابات|بعد العاصفة|بدون إذن|السنة الماضية|في القرية|قرب الميناء|في السر|منذ شهرين|يوم الجمعة|الشهر المقبل|في المنطقة'.split(
				'|',
			),
	},
};

/** `count` claims in four languages by turns, each of two halves, the same for the same seed. */
export function distractors(count: number, seed: number): { id: string; texts: string[] }[] {
	const random = seededRandom(seed);
	const any = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
	const languages = Object.values(parts);
	return Array.from({ length: count }, (_, n) => {
		const { who, does, what, where } = languages[n % languages.length]!;
		const half = () => `${any(who)} ${any(does)} ${any(what)} ${any(where)}`;
		return { id: `d${n}`, texts: [`${half()}, ${half()}`] };
	});
}
