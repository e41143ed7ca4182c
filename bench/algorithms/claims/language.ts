// What the making of posts knows of three languages: chatter, a few synonyms, little words and how words sound.

export type Language = 'en' | 'fr' | 'ar';

export const chatter: Record<Language, readonly string[]> = {
	en: 'wow|omg|look at this!!!|is it true?|share before they delete it|no words|so sad 😢|i cannot believe it|my cousin told me|shame on them|wake up people|lol|what do you think?|#truth|well done|this country is finished|can anybody confirm|what the media will not tell you|just in|BREAKING|thread'.split(
		'|',
	),
	fr: 'non mais allô|c’est vrai ça ?|à partager|incroyable|honte à eux|ma voisine l’a vu|mdr|on nous cache tout|qui peut confirmer|URGENT|réveillez-vous|bravo|#scandale|je suis choqué|les médias n’en parlent pas'.split(
		'|',
	),
	ar: 'عاجل|انشر قبل الحذف|هل هذا صحيح؟|لا حول ولا قوة إلا بالله|يا ناس|شوفو|واش بصح|حسبنا الله|فضيحة|ههههه|شارك الخبر|الله يستر|#عاجل|خبر صادم|والله ما فهمت والو'.split(
		'|',
	),
};

const alike = `says claims|kills murders|children kids|police cops|money cash|shows reveals|people folks|woman lady|man guy|big huge|house home|
car vehicle|stop end|never no|really truly|get receive|make produce|see watch|now today|want wish|good great|bad awful|dit affirme|
enfants gosses|argent fric|homme mec|femme dame|voiture auto|maison foyer|grand énorme|قال صرح|أعلن كشف|قتل مصرع|الأطفال الصغار|الناس المواطنين|
بيت منزل|سيارة عربة|مدرسة مؤسسة|كبير ضخم|الآن اليوم|جيد ممتاز|رئيس قائد|بلد وطن|مات توفي`;
export const synonyms: ReadonlyMap<string, string> = new Map(
	alike.split(/[|\n]+/u).flatMap((pair): [string, string][] => {
		const [one = '', other = ''] = pair.trim().split(' ');
		return [
			[one, other],
			[other, one],
		];
	}),
);

export const little: Record<Language, readonly string[]> = {
	en: 'the a of to in and for on with that by from after because will has was is are not'.split(' '),
	fr: 'le la les de du des un une à et en pour sur avec que par dans est sont a va ne pas'.split(' '),
	ar: 'في من على إلى عن مع أن بعد قبل التي الذي لا قد كان هذا'.split(' '),
};

/** How a claim starts where its text has much context. */
export const openings: Record<Language, readonly string[]> = {
	en: ['A photograph shows', 'A video authentically shows', 'A letter proves that', 'A study found that', ''],
	fr: ['Une photo montre', 'Une vidéo prouve que', 'Une étude affirme que', ''],
	ar: ['صورة تظهر', 'فيديو يوثق', 'دراسة تؤكد أن', ''],
};

/** Parts of made-up words. */
export const syllables: Record<Language, { onset: string[]; nucleus: string[]; coda: string[] }> = {
	en: {
		onset: 'b bl br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st str t th tr v w'.split(' '),
		nucleus: 'a e i o u ai ea oo ou y'.split(' '),
		coda: ['', '', 'n', 'r', 't', 's', 'l', 'ck', 'nd', 'm', 'st', 'ng', 'rd', 'p'],
	},
	fr: {
		onset: 'b br c ch d f fl g gr j l m n p pl pr r s t tr v'.split(' '),
		nucleus: 'a e é i o u ou oi ai an on in eu'.split(' '),
		coda: ['', '', '', 'r', 'l', 't', 's', 'que', 'ne', 'sse', 'ge'],
	},
	ar: {
		onset: 'ب ت ث ج ح خ د ر ز س ش ص ض ط ع غ ف ق ك ل م ن ه و ي أ'.split(' '),
		nucleus: ['', '', 'ا', 'و', 'ي'],
		coda: ['', '', 'ر', 'ل', 'ن', 'م', 'د', 'س', 'ق'],
	},
};
