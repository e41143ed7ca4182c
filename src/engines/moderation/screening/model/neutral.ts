// Sentences that name groups and say nothing against them. They teach that a name alone is no insult (after Dixon et al., AIES 2018).

/** A sentence has `{}` where the group stands. */
interface Talk {
	readonly pool: string;
	readonly groups: string;
	readonly sentences: readonly string[];
}

const talk: readonly Talk[] = [
	{
		pool: 'maghreb',
		groups:
			'المسلمين|اليهود|المسيحيين|النساء|المهاجرين|اللاجئين|الأفارقة|السود|العرب|الأمازيغ|المغاربة|الجزائريين|التونسيين|الصحراويين|المثليين|المتحولين|ذوي الإعاقة|المكفوفين|السوريين|الأجانب|الشباب|البنات|الفقراء|الغجر|العيالات|ليهود|لفارقة|النصارى|الريافة|الصحراوة|الشلوح|الدراري',
		sentences: [
			'هناك الكثير من {} في مدينتنا',
			'أصدقائي من {} وأحب قضاء الوقت معهم',
			'يجب حماية حقوق {} في القانون',
			'نظمت الجمعية لقاء مع {} حول التعليم',
			'كل {} متساوون أمام القانون',
			'عدد {} في الجهة ارتفع حسب الإحصاء',
			'نرحب بكل {} في النادي',
			'{} جزء من مجتمعنا',
			'قرأت كتابا عن تاريخ {}',
			'كاينين بزاف ديال {} فالحومة ديالنا',
			'خاص الدولة تسمع لمشاكل {}',
			'تكلمت البارح مع واحد من {} فالسوق',
			'جاري من {} وهو إنسان طيب',
			'لا أحد من {} كان في الاجتماع',
		],
	},
	{
		pool: 'maghreb',
		groups:
			'lmslmin|lyhoud|nsara|la3yalat|lmouhajirin|lafar9a|lmgharba|ljazayriyin|twansa|imazighen|ch7ou7|sa7rawa|l3rab|lbnat|chbab',
		sentences: [
			'kaynin bzaf dyal {} f lmdina dyalna',
			'{} jiranna o sohabna',
			'khass dawla tsme3 l machakil dyal {}',
			'7ta {} 3ndhom l7a9 f ta3lim',
			'hdert lbare7 m3a wa7ed mn {} f so9',
			'ljam3iya dart l9a m3a {}',
			'9rit ktab 3la tarikh dyal {}',
		],
	},
	{
		pool: 'fr',
		groups:
			'musulmans|juifs|chrétiens|femmes|immigrés|migrants|réfugiés|Africains|noirs|arabes|Berbères|Marocains|Algériens|Tunisiens|homosexuels|gays|lesbiennes|personnes trans|handicapés|étrangers|Roms|Asiatiques|Chinois|Syriens|jeunes|pauvres',
		sentences: [
			'Il y a beaucoup de {} dans notre ville',
			'J’ai des amis {} et je les aime',
			'Les droits des {} doivent être protégés par la loi',
			'L’association a organisé une rencontre avec les {}',
			'Tous les {} sont égaux devant la loi',
			'Le nombre de {} a augmenté selon le recensement',
			'Nous sommes heureux d’accueillir des {} au club',
			'Les {} font partie de notre société',
			'J’ai lu un livre sur l’histoire des {}',
			'Nos voisins sont {}',
			'Aucun des {} n’était présent à la réunion',
			'Les {} méritent le respect comme tout le monde',
			'Hier j’ai parlé avec des {} au marché',
			'On devrait écouter davantage les {}',
		],
	},
	{
		pool: 'es',
		groups:
			'musulmanes|judíos|cristianos|mujeres|inmigrantes|migrantes|refugiados|africanos|negros|árabes|marroquíes|gitanos|homosexuales|gays|lesbianas|personas trans|discapacitados|extranjeros|indígenas|latinos|bolivianos|chinos|ciegos|jóvenes|pobres',
		sentences: [
			'Hay muchos {} en nuestra ciudad',
			'Tengo amigos {} y los quiero mucho',
			'La ley debe proteger los derechos de los {}',
			'La asociación organizó un encuentro con {}',
			'Todos los {} son iguales ante la ley',
			'El número de {} aumentó según el censo',
			'Damos la bienvenida a los {} en el club',
			'Los {} forman parte de nuestra sociedad',
			'Leí un libro sobre la historia de los {}',
			'Nuestros vecinos son {}',
			'Ninguno de los {} estaba en la reunión',
			'Los {} merecen respeto como todo el mundo',
			'Ayer hablé con unos {} en el mercado',
			'Deberíamos escuchar más a los {}',
		],
	},
	{
		pool: 'en',
		groups:
			'Muslims|Jews|Christians|women|immigrants|migrants|refugees|Africans|black people|Arabs|Berbers|Moroccans|gay people|lesbians|trans people|disabled people|blind people|foreigners|Asians|Mexicans|Chinese people|Indians|girls|poor people|queer people',
		sentences: [
			'There are many {} in our town',
			'I have friends who are {} and I love them',
			'The law should protect the rights of {}',
			'The association held a meeting with {}',
			'All {} are equal before the law',
			'The number of {} has grown according to the census',
			'We are happy to welcome {} at the club',
			'{} are part of our society',
			'I read a book about the history of {}',
			'Our neighbours are {}',
			'None of the {} were at the meeting',
			'{} deserve respect like everybody else',
			'Yesterday I talked with some {} at the market',
			'We should listen more to {}',
		],
	},
];

/** The sentences for one pool. */
export function neutralSentences(pool: string): string[] {
	return talk
		.filter((one) => one.pool === pool)
		.flatMap(({ groups, sentences }) =>
			groups.split('|').flatMap((group) => sentences.map((sentence) => sentence.replace('{}', group))),
		);
}
