// Sentences of public life with numbers in them: spam texts hold nearly all long numbers of the training files, and a budget is no spam.

/** A sentence with `{}` for its number. */
const SENTENCES = `
le budget est de {} dirhams
nous demandons {} euros pour la cour de l'école
la commune compte {} habitants
mon code postal est le {}
le projet coûte {} DH, c'est trop cher
la subvention de {} € a été votée hier
plus de {} personnes ont signé la pétition
il reste {} dirhams dans la caisse de l'association
le loyer est passé à {} euros par mois
numéro du dossier : {}
la mairie répond au {}
pour s'inscrire, appelez l'association au {}
le bus {} ne passe plus par chez nous
on a planté {} arbres cette année
il gagne {} euros et nous rien
loi n° {} relative aux communes
l'émission a été écoutée {} fois
la route fait {} mètres
{} emplois promis, combien de créés ?
merci aux {} abonnés de la page
vous pouvez joindre le standard de la radio au {} en semaine
réunion salle {} à 18 h
the budget is {} dirhams
our town has {} people
the new road costs {} euros
we collected {} signatures for the library
the school needs {} for the roof
my postcode is {}
call the town hall on {} to book the room
she paid {} for the flat
room {} second floor
the case number is {}
they planted {} trees last year
only {} people voted
the company made {} last year
the museum had {} visitors
bus {} does not stop here any more
law {} on local councils
el presupuesto es de {} euros
nuestro pueblo tiene {} habitantes
la carretera cuesta {} euros y sigue rota
hemos reunido {} firmas para el parque
mi código postal es {}
el ayuntamiento atiende en el {}
cobra {} euros al mes y no hace nada
el vídeo tiene {} visitas
faltan {} euros para el tejado de la escuela
la línea {} ya no pasa por el barrio
plantaron {} árboles este año
número de expediente {}
vinieron {} personas a la plaza
ley {} de municipios
llamad a la asociación al {} para apuntaros
الميزانية هي {} درهم
عدد سكان الجماعة {} نسمة
الرمز البريدي هو {}
المشروع كيكلف {} درهم
جمعنا {} توقيع من اجل المكتبة
رقم الملف {}
للتسجيل المرجو الاتصال بالجمعية على الرقم {}
هاتف الجماعة {}
الكراء ولا ب {} درهم فالشهر
بقات {} درهم فصندوق الجمعية
غرسنا {} شجرة هاد العام
شارك {} شخص في الاستشارة
القانون رقم {} المتعلق بالجماعات
الطوبيس رقم {} ما بقاش كيدوز من حينا
خلصو {} درهم والطريق مازال محفرة
حضر اللقاء {} مواطن ومواطنة
المدرسة خاصها {} درهم للسقف
الحلقة تسمعات {} مرة
وعدونا ب {} منصب شغل
قاعة {} في الطابق الثاني
lmizaniya hiya {} derhem
lmachrou3 kaykellef {} dh
jma3na {} tawqi3
lkra wella b {} derhem f chhar
lmadrasa khassha {} derhem
rqem dyal ljama3a {}
7derou {} wa7ed f lliqa2
tobis {} mab9ach kaydouz men hna
kaychedd {} derhem f chhar
ghresna {} chejra
`
	.trim()
	.split('\n');

/** Of three to ten digits, as people write them. */
const NUMBERS = [
	'350',
	'4500',
	'12000',
	'85 000',
	'150000',
	'1.200.000',
	'0522334455',
	'30000',
	'2 500',
	'45000',
	'600',
	'40000',
];

/** Each sentence with three numbers of different lengths. */
export const sentencesWithNumbers: readonly string[] = SENTENCES.flatMap((sentence, i) =>
	[0, 3, 6].map((step) => sentence.replace('{}', NUMBERS[(i + step) % NUMBERS.length]!)),
);

/** All of them together count at most this share of the spam file's texts, and each at most as much as one of these. */
const SHARE = 0.1;

/** The weight of one of the sentences beside a file of so many texts. */
export const weightOfSentence = (texts: number): number => Math.min(1, (SHARE * texts) / sentencesWithNumbers.length);
