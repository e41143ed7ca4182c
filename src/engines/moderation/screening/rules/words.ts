// The lists the rules are made of, by language. Written for this project; folded like the texts they are compared with.
import type { Lists } from './patterns.ts';

export const lists: Lists = {
	// Who announces an act.
	'will.en':
		'i will|i ll|ill|i am going to|i m going to|im going to|im gonna|i m gonna|i am gonna|we will|we ll|we are going to|were gonna|i want to|i wanna|i would love to|i d love to|id love to|i wish i could|gonna|i swear|i can t wait to|cant wait to|somebody will|someone will',
	'harm.en':
		'kill*|murder*|shoot|stab|rape|beat you|beat her|beat him|beat them|beat up|beat the|burn|hang you|hang them|hang every*|hang all|hang the|slaughter|behead|bomb|smash your|smash their|smash them|smash her|smash his|execute|lynch|gas them|gas all|gas the|strangle|choke|drown|destroy|exterminate|punch|break your*|cut your*|cut off|hurt|attack|slit|torture|hunt you|put a bullet|blow up|break every bone|break both your|bury you|end you|skin you|hunt down|crush your|rip your|set fire to your|burn down your|smash|cave your|wring your|bash your|tear you|chop you|chop off|gut you|finish you off|run you over|run them over|throw acid|pour acid|poison you|poison them|put you in the ground|put you in a coffin|put you in hospital',
	'must.en':
		'should|must|deserve*|need to|needs to|have to|has to|ought to|got to|let us|lets|let s|time to|hope|wish|we need to|we must',
	'dead.en':
		'die|dies|killed|be shot|shot dead|hanged|hung|raped|burned|burnt|beaten|exterminated|gassed|executed|lynched|murdered|slaughtered|wiped out|wiped off|eradicated|stabbed|tortured|drowned|beheaded|stoned|eliminated|put down|punished by death|death|kill them|kill you|kill all|kill every*|shoot them|burn them|hang them|rape them|exterminate them|beat them|bullet|electric chair|the gallows|the noose|the rope',
	'will.fr':
		'je vais|j vais|jvais|on va|nous allons|je veux|on veut|j aimerais|je voudrais|je jure|vais|allons|va falloir|j ai envie de|je rêve de|quelqu un va|ils vont|on devrait|il faut|faut|faudrait|il faudrait|je devrais|vous allez|tu vas',
	'harm.fr':
		'tuer|buter|violer|frapper|égorger|brûler|pendre|massacrer|fusiller|tabasser|exterminer|gazer|crever|poignarder|lyncher|assassiner|abattre|casser la gueule|péter la gueule|démolir|étrangler|défoncer|décapiter|torturer|écraser|noyer|éliminer|éradiquer|trucider|flinguer|planter un couteau|tirer une balle|mettre une balle|faire la peau|brûler vif*|cogner|cramer|te fumer|les fumer|te saigner|te planter|t ouvrir le ventre|te casser les jambes|te casser les dents|te briser|te démonter|te faire la peau|vous faire la peau',
	'future.fr':
		'tuerai|tuerons|buterai|violerai|violerons|frapperai|égorgerai|brûlerai|brûlerons|pendrai|massacrerai|massacrerons|exterminerons|crèverai|poignarderai|éliminerai|écraserai|abattrai|abattrons|assassinerai|étranglerai|torturerai',
	'must.fr':
		'devraient|devrait|devrais|devriez|doivent|doit|dois|devez|méritent|mérite|mérites|méritez|qu ils|qu elles|qu il|qu elle|que ces|que les|que tous|que toutes|j espère|espérons|bon pour|bonnes pour|il est temps de',
	'dead.fr':
		'mourir|crever|la mort|meurent|peine de mort|être tu*|être abattu*|être pendu*|être fusill*|être violé*|être brûl*|être extermin*|être élimin*|être frapp*|être battu*|être gaz*|être massacr*|être décapit*|être lynch*|être tortur*|être égorg*|être poignard*|être noyé*|être assassin*|être exécut*|être éradiqu*|être puni* de mort|se faire tuer|se faire violer|se faire buter|se faire tabasser|se faire frapper|se faire tirer dessus|la potence|la chambre à gaz|une balle|tuer tou*|tuer les|les tuer|les exterminer|les brûler|les pendre|les fusiller|guillotine|la corde|être guillotin*|le peloton|qu on les pende|qu on les brûle|qu on les fusille|qu on les tue|chaise électrique|la guillotine',
	'will.es':
		'voy a|vamos a|quiero|queremos|quisiera|me gustaría|te voy a|os voy a|les voy a|los voy a|las voy a|juro que|tengo ganas de|ojalá pueda|alguien va a|van a|vais a|vas a|hay que|habría que|tenemos que|deberíamos|podría',
	'harm.es':
		'matar*|asesinar*|violar*|disparar*|golpear*|quemar*|ahorcar*|degollar*|apuñalar*|acuchillar*|pegarte*|pegarles|aplastar*|exterminar*|reventar*|fusilar*|partir la cara|partirte*|torturar*|linchar*|ejecutar*|estrangular*|decapitar*|descuartizar*|gasear*|apalear*|pegar un tiro|cortar* la cabeza|cortar* el cuello|eliminar*|masacrar*|ahogar*|aniquilar*|erradicar*|meter* una bala|dar* una paliza|rajar*|colgarl*|colgarte|colgaros|reventarte|partirle*|rebanar*|despellejar*|enterrarte|cazarte|cazaros',
	'future.es':
		'mataré|mataremos|asesinaré|violaré|dispararé|golpearé|quemaré|ahorcaré|degollaré|apuñalaré|acuchillaré|aplastaré|exterminaremos|fusilaremos|torturaré|estrangularé|reventaré|destrozaré|partiré|rajaré|colgaré|enterraré|quemaremos|colgaremos',
	'must.es':
		'deberían|debería|deberías|deben|debe|debes|merecen|merece|mereces|merecéis|tienen que|tiene que|tendrían que|ojalá|espero que|hora de',
	'dead.es':
		'morir|muerte|mueran|muráis|ser asesinad*|ser fusilad*|ser violad*|ser ejecutad*|ser quemad*|ser ahorcad*|ser exterminad*|ser eliminad*|ser golpead*|ser apalead*|ser apedread*|ser lapidad*|ser masacrad*|ser torturad*|ser degollad*|ser linchad*|ser gasead*|ser aniquilad*|ser erradicad*|ser castigad* con la muerte|ser disparad*|ser apuñalad*|que los maten|que las maten|que los violen|maten|los maten|las maten|matarl*|fusilarl*|quemarl*|violarl*|una bala|la horca|el paredón|la hoguera|tiro en la cabeza|la guillotina|un tiro|una soga|os fusilen|os maten|te maten|te violen|os quemen|os cuelguen|los cuelguen|los fusilen|los quemen|silla eléctrica',
	'harm.ar':
		'سأقتل*|سنقتل*|سأذبح*|سنذبح*|سأغتصب*|سنغتصب*|سأحرق*|سنحرق*|سأشنق*|سنشنق*|سأضرب*|سنضرب*|سأسحق*|سنسحق*|سأطعن*|سنطعن*|سأفجر*|سنفجر*|سأعدم*|سنعدم*|سأبيد*|سنبيد*|سأدمر*|سندمر*|سأخنق*|سأقطع*|سنقطع*|سأعذب*|سأطلق النار*|سأرمي*|سأكسر*|سأهاجم*|سنهاجم*|سأفقأ*|سأصفي*|سنصفي*|سأقضي على|سنقضي على|حقتل*|هقتل*|حذبح*|هذبح*|حاقتل*|هاقتل*|غانقتل*|غنقتل*|غانذبح*|غنذبح*|غانحرق*|غنحرق*|غانضرب*|غنهرس*|غانهرس*|أكسر أسنان*|أكسر عظام*|أكسر رأس*|أكسر رقب*|سنأتي إلى بيتك|سآتي إلى بيتك|نجيو لدارك|نقتلوك|نقتلوكم|ندبحوك|نذبحوك|نحرقوك|نحرقوكم',
	'will.ar':
		'سوف|راح|رح|غادي|غا|أريد أن|نريد أن|أريد|بدي|عايز|بغيت|أود أن|أتمنى أن|أقسم|سيتم|لازم|دعونا|دعنا|هيا|لو أستطيع|ليتني|يا ليت|أحب أن|علينا أن|يجب أن|علينا',
	'act.ar':
		'أقتل*|نقتل*|اقتل*|قتل*|أذبح*|نذبح*|ذبح*|أغتصب*|نغتصب*|اغتصاب*|أحرق*|نحرق*|حرق*|أشنق*|نشنق*|شنق*|أسحق*|نسحق*|سحق*|أطعن*|طعن*|أفجر*|نفجر*|تفجير*|أعدم*|نعدم*|إعدام*|أبيد*|نبيد*|إبادة*|أطلق النار|نطلق النار|إطلاق النار|أخنق*|أقطع رأس*|نقطع رأس*|قطع رؤوس*|أعذب*|نعذب*|نصفي*|أضرب*|نضرب*|نكسر*|نهرس*|أهاجم*|نهاجم*|نتخلص منه*|نقضي عليه*|القضاء عليه*|التخلص منه*|ندبح*|دبح*|نفلق*|نصفيه*|نطعن*|ندكدك*|نفرع*|نصرع*|نسلخ*|نسحل*|أسحل*|نعلقو*|نعلقك|ننهي حيات*|أنهي حياتك|أنهي حياته|نرميك|نفرغ فيك|نخلي دار*|نخرج عينيك|نقطع ليك|نقطع لسان*|أقطع لسان*|أكسر*',
	'must.ar':
		'يجب|لازم|ينبغي|يستحق*|تستحق*|خاصهم|خاصو|خصهم|خصو|خاصها|لابد|حلال|يستاهل*|تستاهل*|كيستاهل*|أتمنى|نتمنى|ليتهم|مصيرهم|جزاؤهم|عقوبتهم|حقهم|المفروض',
	'dead.ar':
		'قتل*|القتل|الموت|يموت*|تموت*|موت*|موتهم|شنق*|الشنق|حرق*|الحرق|ذبح*|الذبح|إعدام*|الإعدام|إعدام|يقتل*|تقتل*|يقتلوا|يذبح*|تذبح*|يحرق*|تحرق*|يشنق*|تشنق*|يعدم*|تعدم*|تغتصب*|يغتصب*|اغتصاب*|الاغتصاب|رميا بالرصاص|بالرصاص|إبادة*|الإبادة|يباد*|تباد*|سحق*|يسحق*|رجم*|الرجم|يرجم*|ترجم|جلد*|يجلد*|الضرب|ضربهم|ضربهن|يضرب*|تضرب*|يتقتل*|يتعدم*|يتحرق*|يتذبح*|إطلاق النار|يطلق عليهم|تطلق عليهم|التصفية|تصفيتهم|يعاقب* بالموت|القضاء عليهم|التخلص منهم|يطعن*|يعذب*|تعذب*',
	'will.ary': 'ghadi|gha|rah|ra7|wallah|wlah|walah|bghit|baghi|khass*|lazm|lazem|khas',
	'act.ary':
		'n9tel*|n9etl*|n9atl*|n9tl*|nqtel*|nqetl*|nqtl*|ne9tl*|ndbe7*|ndb7*|ndeb7*|ndbeh*|ndbh*|nhr9*|n7r9*|nehre9*|n7re9*|n7ar9*|nkessr*|nkassar*|nherres*|nhers*|nchen9*|yt9tl*|yt9tel*|ytqtl*|ymouto|ymoto|ymout|y9tlo*|yqtlo*|yt7r9*|yt7ar9*|ytdb7*|yteadm*|yt3dm*|nghtas*|nghtaseb*|nt3n*|nte3n*|nta3n*|ndegdeg*|ndgdg*|nfre3*|nfr3*|nsle5*|nslekh*|n3el9*|n3l9*|nfregh fik|n9te3 lik|n9ta3 lik|nkherrej 3inik|nsefik|nsfik',
	'joined.ary':
		'ghan9tl*|ghan9tel*|ghan9atl*|ghan9etl*|ghanqtl*|ghanqtel*|ghandb7*|ghandbe7*|ghandbh*|ghanhr9*|ghan7r9*|ghan7ar9*|ghankssr*|ghankassr*|ghnqtl*|ghn9tl*|ghn9tel*|ghndb7*',
	// Groups and those meant by a pronoun.
	'them.en':
		'they|you|u|youre|theyre|these people|those people|women|men|gays|gay people|lesbians|trans people|trans|blacks|black people|whites|muslims|jews|christians|arabs|africans|immigrants|migrants|refugees|foreigners|disabled people|gypsies|amazigh|berbers|moroccans|tunisians|algerians|sub saharans|queers|asians|indians|mexicans|poor people|syrians',
	'beast.en':
		'animals|animal|rats|rat|insects|insect|cockroach*|vermin|parasite*|pigs|swine|monkeys|apes|subhuman*|sub human*|not human|less than human|disease|plague|cancer|virus|filth|scum|maggots|leeches|savages|dogs|beasts|not people|not even human|worms|snakes',
	'them.fr':
		'ils|elles|vous|tu|ces gens|ces gens là|femmes|hommes|gays|homos|homosexuels|lesbiennes|trans|noirs|noires|blancs|musulmans|musulmanes|juifs|juives|chrétiens|arabes|africains|subsahariens|immigrés|migrants|réfugiés|étrangers|handicapés|gitans|roms|berbères|amazighs|marocains|tunisiens|algériens|pauvres|syriens|clandestins',
	'beast.fr':
		'animaux|rats|insectes|cafards|vermine|parasites|parasite|porcs|cochons|singes|sous hommes|sous humains|pas humain*|pas des humains|pas des êtres humains|inhumain*|une maladie|un cancer|une peste|un virus|la peste|déchets|ordures|sauvages|chiens|bêtes|sangsues|nuisibles|cloportes|vers|serpents|bestiaux|crasse|saleté*',
	'them.es':
		'ellos|ellas|ustedes|vosotros|vosotras|esa gente|esta gente|estos|esos|estas|esas|mujeres|hombres|gays|homosexuales|lesbianas|trans|negros|negras|blancos|musulmanes|musulmanas|judíos|judías|cristianos|árabes|africanos|inmigrantes|migrantes|refugiados|extranjeros|discapacitados|gitanos|moros|marroquíes|indígenas|indios|pobres|bolivianos|latinos|sudacas',
	'beast.es':
		'animales|ratas|rata|insectos|cucarachas|alimañas|parásitos|cerdos|monos|simios|subhuman*|infrahuman*|no son humanos|no son personas|enfermedad|cáncer|plaga|peste|virus|basura|escoria|salvajes|perros|bestias|sanguijuelas|gusanos|serpientes|menos que humanos|bichos',
	'them.ar':
		'هم|أنتم|أنت|نتوما|هادوك|هؤلاء|هاد الناس|النساء|الرجال|المثليين|المثليون|المثليات|السود|البيض|المسلمين|المسلمون|اليهود|المسيحيين|المسيحيون|النصارى|العرب|الأفارقة|المهاجرين|المهاجرون|اللاجئين|اللاجئون|الأجانب|المعاقين|المعاقون|الأمازيغ|البربر|المغاربة|التوانسة|الجزائريين|الجزائريون|الأكراد|السوريين|السوريون|المتحولين|المتحولون|الفقراء|الغجر|الشيعة|السنة|الهنود',
	'beast.ar':
		'حيوانات|حيوان|فئران|جرذان|حشرات|حشرة|صراصير|صرصور|طفيليات|طفيلي*|خنازير|خنزير|قردة|القردة|قرود|كلاب|كالكلاب|بهائم|وحوش|زبالة|قمامة|نفايات|أوساخ|وسخ|قذارة|مرض|سرطان|طاعون|وباء|فيروس|ليسوا بشر*|ليسوا من البشر|ماشي بشر|مش بشر|ديدان|أفاعي|كالحيوانات|كالحشرات|كالفئران|حثالة|كالخنازير|كالقردة',
	'is.en': 'are|is|re|like|as|just|nothing but|look like|act like|behave like|aren t|are not|isn t',
	'is.fr': 'sont|êtes|es|est|comme|que des|rien que|ressemblent à|ne sont|valent',
	'is.es': 'son|sois|eres|es|como|parecen|no son|peores que|nada más que',
	not: 'not|never|no|nobody|no one|don t|dont|won t|wont|jamais|pas|personne|ne|nunca|nadie|ninguno|لا|لن|لم|ليس|ما|ماشي|نرفض|أرفض|ضد',
	whose: 'his|her|their|your|son|sa|leur|ton|ta|su|tu|votre|here is|voici|aquí está|هذا|هادا|ها|hahowa|hahia',
	home: 'address|home address|phone|number|phone number|adresse|numéro|téléphone|domicile|numéro de téléphone|dirección|teléfono|número|casa|رقم*|عنوان*|هاتف*|نمرة*|بيت*|دار*|nmra|nemra|ra9m*|adressa|3onwan*',
	lives:
		'lives at|lives in|live at|he lives|she lives|they live|habite|il habite|elle habite|vit au|domicilié*|vive en|viven en|يسكن*|تسكن*|ساكن*|كيسكن*|كتسكن*|saken|sakna|kayskn*|ksken|kaysken*',
	call: 'call her|call him|call them|text her|text him|visit him|visit her|appelez le|appelez la|harcelez|allez chez|rendez lui visite|llamadle|llámenlo|llámenla|visitadle|عيطو ليه|عيطو ليها|عيطوا*|اتصلوا به*|اتصلوا ب*|سيرو عندو|سيرو عندها|زوروه*|3ayto lih|3ayto liha|3eyto*',
	pay: 'western union|moneygram|bitcoin|btc|usdt|ethereum|crypto|iban|rib|wafacash|cash plus|cashplus|paypal|virement|carte bancaire|credit card|transfer the money|wire transfer|gift card|mandat|حوالة|ويسترن|بيتكوين|وفاكاش|كاش بلوس|باي بال|بطاقة بنكية|بطاقة الائتمان|tarjeta de crédito|transferencia|mobile money|orange money',
	lure: 'win|winner|won|prize|free|claim|guaranteed|invest*|profit*|earn|loan|double your|cash prize|urgent|send|gagn*|gratuit*|prime|prêt|crédit rapide|rentable*|bénéfice*|investi*|envoyez|ganar|gana|gratis|premio|préstamo*|invertir|inversión|envía|envíe|beneficio*|ربح*|اربح*|جائزة*|مجانا|استثمار*|قرض|قروض|أرباح|أرسل*|ارسل*|تضمن*|مضمون*',
	'out.en': 'leave|get out|walk out|come out|make it out',
	// Parts of the body one threatens to break or cut.
	'body.en':
		'jaw|neck|legs|leg|bones|skull|throat|throats|teeth|knees|kneecaps|fingers|ribs|spine|face|head|heads|arms|back|guts|tongue|hands|balls',
	'body.fr':
		'gorge|mâchoire|crâne|dents|jambes|genoux|cou|yeux|nuque|tripes|ventre|rotules|tête|têtes|gueule|os|doigts|côtes|langue|mains|couilles',
	'body.es':
		'garganta|cuello|mandíbula|cráneo|dientes|piernas|rodillas|huesos|ojos|tripas|cabeza|cabezas|dedos|cara|costillas|lengua|manos|huevos',
	// What is a threat as it stands.
	'said.en':
		'i know where you live|you are dead|youre dead|you re dead|watch your back|you will die|you re going to die|your days are numbered|know where you live|know where you sleep|know where you work|know where your kids|know where your children|know where your family|know where your mother|know where she lives|know where he lives|we are coming for you|we re coming for you|i am coming for you|i m coming for you|a bullet in his|a bullet in her|a bullet in your|a bullet in the head|put a bullet|slit your throat|cut your throat|break your legs|break your neck|break your bones|burn your house|your last day|sleep with one eye open|won t see tomorrow|wont see tomorrow|won t live to|end up in a coffin|end up in the morgue|you re next|dig your grave|i will find you|i ll find you|i kill you|i will end you|pay with your life|pay for this with your life|off with his head|off with her head|off with their heads|your blood will flow|prepare your coffin|order your coffin|your coffin is ready',
	'said.fr':
		'mort aux|mort à|à mort les|au bûcher|au poteau|tu vas mourir|vous allez mourir|tu vas crever|vous allez crever|tu es mort|t es mort|t es morte|je sais où tu habites|je sais où vous habitez|on sait où tu habites|on sait où vous habitez|on sait où tu vis|on sait où tu dors|on sait où tu travailles|nous savons où tu habites|nous savons où vous habitez|je sais où tu vis|je sais où tu dors|je sais où tu travailles|où tes enfants vont à l école|je te plante|je te bute|je te crève|je te saigne|je te crame|je te démonte|je te fume|finir dans un cercueil|finir à la morgue|finir au cimetière|une balle dans la tête|une balle dans la nuque|une balle entre les yeux|tes jours sont comptés|vos jours sont comptés|on va te retrouver|je vais te retrouver|on va s occuper de toi|creuse ta tombe|payer de ta vie|payer de votre vie|de ton sang|je t égorge|je t étrangle|je t explose|je t éclate|prépare ton cercueil|préparez vos cercueils|commande ton cercueil|creusez vos tombes|vous allez tous brûler|tu vas brûler|vous allez brûler|qu on les fusille|qu on les pende|qu on les brûle|qu on les tue|qu on le pende|qu on la pende',
	'said.es':
		'a la horca|a la hoguera|al paredón|estás muerto|estás muerta|sé dónde vives|vas a morir|vais a morir|sabemos dónde vives|sabemos dónde vivís|sabemos dónde vive|sabemos dónde trabajas|sabemos dónde duermes|sé dónde trabajas|sé dónde duermes|te reviento la cabeza|te reviento la cara|te rajo|te parto las piernas|te parto el cuello|un tiro en la nuca|un tiro en la cabeza|un tiro en la frente|tiro en la nuca|tus días están contados|cava tu tumba|vas a acabar en un ataúd|iremos a por ti|vamos a por ti|eres hombre muerto|eres mujer muerta|hombre muerto|te espero a la salida|te espero en la salida|lo pagarás con tu vida|lo pagarás con sangre|voy a ir a por ti|con tu sangre|prepara tu ataúd|preparad vuestros ataúdes|vas a arder|vais a arder|van a arder|cavad vuestras tumbas|que los fusilen|que las fusilen|que los cuelguen|que los quemen|que los maten|que las maten',
	'said.ar':
		'الموت لل*|الموت ل*|اقتلوا|اقتلوهم|اقتلوهن|احرقوهم|احرقوا|اذبحوهم|اذبحوا|اشنقوهم|أبيدوهم|ارجموهم|سأعرف أين تسكن|نعرف أين تسكن|عارف فين ساكن*|أعرف أين تسكن|أعرف أين تعيش|نعرف أين تعيش|نعرف أين تعمل|نعرف بيتك|نعرف مكان بيتك|عارفين فين ساكن*|عارفين دارك|نعرف فين ساكن*|دمك حلال|دمه حلال|دمهم حلال|دمكم حلال|هدر دمك|هدر دمه|رصاصة في رأس*|رصاصة فراس*|رصاصة ف راس*|نحرق ليك|نحرقو ليك|نحرقوا ليك|نكسر ليك|نهرس ليك|نفلق ليك|ندبحك|ندبحكم|نذبحك|نذبحكم|نقتلك|نقتلكم|نحرقك|نحرقكم|أيامك معدودة|احفر قبرك|حفر قبرك|سنجدك|سنصل إليك|ستدفع حياتك|ستدفع الثمن غاليا|بدمك|سأنهي حيات*|سننهي حيات*|نهايتك قريبة|نهايتكم قريبة|كفنك|كفنكم|أكفانكم|نعشك|قبرك جاهز|قبرك واجد',
	'said.ary':
		'n7re9 lik|n7er9 lik|n7r9 lik|nhre9 lik|nkesser lik|nkasser lik|nkassar lik|nkssr lik|nherres lik|nhers lik|nfle9 lik|3arfin fin saken*|3aref fin saken*|3arf fin saken*|3arfin darek|3aref darek|rsassa f rass*|rsassa frass*|ndeb7ek|ndbe7ek|ndb7ek|n9etlek|n9tlek|n9atlek|n7er9ek|n7re9ek|dmek 7lal|7fer 9abrek|kfnek|kefnek|kfenkom',
	// Who tells somebody to kill themselves.
	'self.en':
		'kill yourself|kill your self|kill urself|kill yourselves|kys|hang yourself|shoot yourself|drown yourself|neck yourself|end your life|slit your wrists|drink bleach|go die|go and die|please die|just die already|jump off a bridge',
	'self.fr':
		'suicide toi|suicidez vous|va te suicider|allez vous suicider|va te pendre|allez vous pendre|pends toi|pendez vous|tue toi|tuez vous|va te tuer|va te noyer|tire toi une balle|jette toi sous un train|jette toi du pont|ouvre toi les veines|bois de la javel',
	'self.es':
		'suicídate|suicidaos|suicídense|mátate|mataos|mátense|ahórcate|pégate un tiro|tírate de un puente|tírate por la ventana|tírate al tren|córtate las venas|muérete ya|muérete de una vez',
	'self.ar':
		'اقتل نفسك|اقتلي نفسك|اقتلوا أنفسكم|اشنق نفسك|اشنقي نفسك|روح انتحر|روحي انتحري|سير انتحر|سيري انتحري|برا انتحر|قتل راسك|قتلي راسك|قتلو راسكم|شنق راسك|شنقي راسك|سير موت|سيري موتي|روح موت|روحي موتي|سير تموت|سيري تموتي',
	'self.ary':
		'9tel rassek|9tl rassek|9tel rask|9etli rassek|9tli rassek|qtel rassek|chne9 rassek|chna9 rassek|chneq rassek|sir nta7er|sir ntaher|rou7 nta7er|sir tmout|siri tmouti|sir mout|siri mouti|rou7 mout|ro7 mout',
	// Numbers as the model reads them: every digit is a 0.
	number: '000000*|00_00_00|000_000|00_000|0_00_00|0000_0000',
};
