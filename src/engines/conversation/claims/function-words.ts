// Words that say nothing of a claim's matter, folded, in the languages of claims.

const lists = `
a an the and or but if then than that this these those it its he she they them his her their we us our you your i me my of in on at to
for from by with as is are was were be been being has have had do does did will would can could should may might about into over after
before so just there here what which who when where why how all any more most some such no not only own same too very also up out
le la les un une des du de d l et ou mais si que qui quoi dont ce cet cette ces il elle ils elles on nous vous je tu se sa son ses leur
leurs mon ma mes notre nos votre vos au aux en dans sur sous par pour avec sans est sont etait etre ete a ont avait avoir ne pas plus
moins tres tout tous toute toutes comme aussi c s n qu y j m t donc
el los las una unos unas del al lo y o u pero como cual cuando donde quien su sus mi mis tu tus nuestro nuestra este esta estos estas ese
esa eso es son era fue ser sido ha han habia haber por para con sin sobre entre hasta desde muy mas menos ya tambien se le les nos me te
no ni si todo todos toda todas
في من علي الي عن مع ان انه انها هذا هذه هذان ذلك تلك الذي التي الذين هو هي هم نحن انا انت كان كانت يكون تكون قد لقد لا لم لن ما ليس ليست
او ام ثم بل حتي اذا كل بعض غير بين بعد قبل عند عندما كما لكن اي ايضا حيث منذ خلال ضد الا هنا هناك له لها لهم به بها فيه فيها عليه عليها
منه منها ديال هاد هادي داك ديك باش واش شي كاين غادي راه حنا نتا نتي هوما بلا حيت علاش كيفاش فين و`;

/** Words by which the same matter is said not to be so, folded; `t` is what is left of don't. */
const denials = new Set(
	`not no never t nobody none without false fake hoax untrue ne n pas jamais aucun aucune sans faux fausse intox rumeur mensonge
	nunca jamas ni sin falso falsa bulo mentira لا لم لن ليس ليست ما بدون بلا دون ماشي ماكاين مكاين ماكاينش كذب كاذب كاذبه اشاعه شائعه machi makaynch`
		.split(/\s+/u)
		.filter((one) => one !== ''),
);

/** Whether folded words deny what they speak of. */
export const denies = (words: readonly string[]): boolean => words.some((word) => denials.has(word));

let read: ReadonlySet<string> | null = null;

/** Whether a folded word is one of them. The list is read at the first question, so that pages that never ask do without it. */
export function isFunctionWord(word: string): boolean {
	read ??= new Set(lists.split(/\s+/u).filter((one) => one !== ''));
	return read.has(word);
}
