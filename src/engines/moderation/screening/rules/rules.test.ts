// The rule layer: announced violence and given-away addresses are found, and neutral talk about anybody passes.
import { describe, expect, it } from 'vitest';
import { findRules } from './rules.ts';

const seen = (text: string) => findRules(text).map(({ rule, span }) => [rule, text.slice(span.start, span.end)]);

describe('rules of words', () => {
	it.each([
		['Je vais te b.u.t.e.r ce soir', 'threat'],
		['On devrait les pendre', 'threat'],
		['They deserve to be shot', 'threat'],
		['I’m gonna k1ll you', 'threat'],
		['Hay que exterminar a esa gente', 'threat'],
		['Ojalá los maten', 'threat'],
		['Muerte a todos los vecinos', 'threat'],
		['Death to all of them', 'threat'],
		['سأقتلكم جميعا', 'threat'],
		['يجب إعدام هؤلاء', 'threat'],
		['غادي نقتلك', 'threat'],
		['ghadi n9etlek', 'threat'],
		['We know where your kids go to school', 'threat'],
		['Someone should put a bullet in his head', 'threat'],
		['My brothers will break your jaw', 'threat'],
		['We will set your office on fire', 'threat'],
		['You will not leave that meeting alive', 'threat'],
		['On sait où tu habites', 'threat'],
		['Encore un mot et je te casse les dents', 'threat'],
		['Si tu reviens on te lynche', 'threat'],
		['Je viens ce soir avec un couteau', 'threat'],
		['Sabemos dónde vives', 'threat'],
		['Alguien te va a pegar un tiro', 'threat'],
		['Le voy a cortar el cuello', 'threat'],
		['دمك حلال', 'threat'],
		['وجد كفنك', 'threat'],
		['n7re9 lik darek', 'threat'],
		['3arfin fin saken', 'threat'],
		['Go kill yourself', 'threat'],
		['Everyone hates you, k.y.s', 'threat'],
		['Va donc te pendre... va te pendre', 'threat'],
		['Suicídate ya', 'threat'],
		['سير قتل راسك', 'threat'],
		['sir 9tel rassek', 'threat'],
		['Ces gens sont des cafards', 'dehumanising'],
		['هؤلاء حشرات', 'dehumanising'],
		['Esos son ratas', 'dehumanising'],
		['Voici son numéro : 06 12 34 56 78', 'doxxing'],
		['Elle habite au 12 rue des Fleurs', 'doxxing'],
		['عيطو ليها 0612345678', 'doxxing'],
		['Gagnez gros, paiement en bitcoin', 'payment'],
	])('hold %s', (text, rule) => {
		expect(seen(text).map(([name]) => name)).toContain(rule);
	});

	it.each([
		'Nobody should be killed for what they believe',
		'On ne doit jamais tuer',
		'We leave at nine and come back at noon',
		'The tree is still alive after the fire',
		'He broke his leg on the stairs, help him',
		'Cut the bread with a knife',
		'Il s’est cassé la jambe devant la mairie',
		'Nous venons avec un gâteau et un couteau',
		'Me voy a cortar el pelo',
		'Se rompió la pierna en la plaza',
		'كسرت رجلي قدام الجماعة',
		'Don’t kill yourself over a bus ticket',
		'انتحر شاب في المدينة أمس',
		'Prévenir le suicide des jeunes : réunion jeudi',
		'La prevención del suicidio en los institutos',
		'لا يجب قتل أحد',
		'Nous allons planter des arbres',
		'Les musulmans et les juifs sont nos voisins',
		'Las mujeres son la mitad del consejo',
		'الأمازيغ جزء من مجتمعنا',
		'They are my neighbours and I love them',
		'Le numéro de la mairie est affiché à l’entrée',
		'Le paiement par virement est possible',
		'On va descendre au souk demain',
		'Que viva lo sencillo y muerte al aburrimiento',
		'They would fight to the death to keep a seat',
	])('let pass %s', (text) => {
		expect(seen(text)).toEqual([]);
	});

	it('show the place in the text as written', () => {
		expect(seen('Écoute : JE VAIS TE TUER !')).toEqual([['threat', 'JE VAIS TE TUER']]);
	});
});
