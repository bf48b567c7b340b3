//! Tests on texts as people write them, in the six languages: a rendition; a press text that quotes it; one that tells it in
//! other words and keeps a phrase here and there; one on the same matter that knows nothing of it; and the same message
//! as somebody wrote it down who heard it by telephone.

use super::{Corpus, WORTH_SHOWING, Words, likeness, probably_the_same, quoted};

struct Case {
    language: &'static str,
    rendition: &'static str,
    quoted: &'static str,
    paraphrased: &'static str,
    unrelated: &'static str,
    by_telephone: &'static str,
}

const CASES: [Case; 6] = [
    Case {
        language: "en",
        rendition: "We are looking for a settlement with our neighbours and not for confrontation of any kind. We have no \
            intention of being the first to strike, so long as nobody strikes us. This is said for the present only, and \
            binds nobody.",
        quoted: "Two officials who saw the note say that it was short. “We are looking for a settlement with our neighbours \
            and not for confrontation of any kind,” it began. It went on: “We have no intention of being the first to \
            strike, so long as nobody strikes us.” The office of the prime minister declined to comment on Thursday, and the \
            embassy did not return calls. Analysts in the capital were divided over what it might mean for the summer.",
        paraphrased: "According to people briefed on the exchange, the government let it be known through a third state \
            that it was looking for a settlement with its neighbours rather than confrontation of any kind. It had, they \
            said, no intention of striking first as long as nobody strikes it; all this for the present, and binding \
            nobody. The office of the prime minister declined to comment on Thursday.",
        unrelated: "The prime minister told parliament on Thursday that the army stood ready for every kind of confrontation. \
            Neighbours in the region had nothing to fear, he said, but whoever attacked the country would pay a price. The \
            opposition asked for a debate on a settlement of the border question, which has been open for thirty years. \
            First results of the inquiry into last summer's strike on the harbour are expected in the spring.",
        by_telephone: "They want a settlement with the neighbours and no confrontation of any kind. No intention to be first \
            to strike so long as nobody strikes them. For the present only, binds nobody.",
    },
    Case {
        language: "fr",
        rendition: "Nous recherchons un règlement avec nos voisins et non une confrontation, quelle qu’elle soit. Nous n’avons \
            pas l’intention de frapper les premiers, tant que personne ne nous frappe. Cela est dit pour l’instant et \
            n’engage personne.",
        quoted: "Deux responsables qui ont vu la note disent qu’elle était courte. « Nous recherchons un règlement avec nos \
            voisins et non une confrontation, quelle qu’elle soit », commençait-elle. Et plus loin : « Nous n’avons pas \
            l’intention de frapper les premiers, tant que personne ne nous frappe. » Le cabinet du premier ministre n’a pas \
            souhaité réagir jeudi, et l’ambassade n’a pas répondu à nos appels.",
        paraphrased: "Selon des personnes au fait de l’échange, le gouvernement a fait savoir par un État tiers qu’il \
            recherchait un règlement avec ses voisins plutôt qu’une confrontation. Il n’aurait pas l’intention de frapper le \
            premier tant que personne ne le frappe, le tout pour l’instant et sans que cela engage personne. Le cabinet du \
            premier ministre n’a pas souhaité réagir jeudi.",
        unrelated: "Le premier ministre a déclaré jeudi au parlement que l’armée était prête à toute confrontation. Les voisins \
            de la région n’ont rien à craindre, a-t-il dit, mais quiconque attaquerait le pays en paierait le prix. \
            L’opposition demande un débat sur le règlement de la question des frontières, ouverte depuis trente ans. Les \
            premiers résultats de l’enquête sur le port sont attendus au printemps.",
        by_telephone: "Ils recherchent un règlement avec leurs voisins, pas une confrontation quelle qu’elle soit. Pas \
            l’intention de frapper les premiers tant que personne ne les frappe. Pour l’instant, n’engage personne.",
    },
    Case {
        language: "ru",
        rendition: "Мы ищем урегулирования с соседями, а не конфронтации какого бы то ни было рода. Мы не намерены наносить \
            удар первыми, пока никто не нанесёт удар по нам. Сказанное относится только к нынешнему моменту и никого не \
            обязывает.",
        quoted: "Два чиновника, видевшие записку, говорят, что она была короткой. «Мы ищем урегулирования с соседями, а не \
            конфронтации какого бы то ни было рода», — так она начиналась. И далее: «Мы не намерены наносить удар первыми, \
            пока никто не нанесёт удар по нам». Канцелярия премьер-министра в четверг от комментариев отказалась, в \
            посольстве на звонки не ответили.",
        paraphrased: "По словам осведомлённых собеседников, правительство через третью страну дало понять, что ищет \
            урегулирование с соседями, а не конфронтацию. Оно не намерено наносить первым удар, пока никто не нанесёт \
            удара по нему; всё это относится лишь к нынешнему моменту и никого ни к чему не обязывает. Канцелярия \
            премьер-министра в четверг от комментариев отказалась.",
        unrelated: "Премьер-министр заявил в четверг в парламенте, что армия готова к любой конфронтации. Соседям по региону \
            бояться нечего, сказал он, но тот, кто нападёт на страну, за это заплатит. Оппозиция потребовала обсудить \
            урегулирование пограничного вопроса, который остаётся открытым тридцать лет. Первые итоги расследования \
            прошлогоднего удара по порту ожидаются весной.",
        by_telephone: "Ищут урегулирования с соседями, не конфронтации. Наносить удар первыми не намерены, пока никто не \
            нанесёт удар по ним. Относится только к нынешнему моменту, никого не обязывает.",
    },
    Case {
        language: "ar",
        rendition: "نحن نسعى إلى تسوية مع جيراننا ولا نسعى إلى مواجهة من أي نوع كان. ولا نعتزم أن نكون البادئين بالضربة ما لم يضربنا \
            أحد. ويقال هذا في الوقت الراهن فحسب ولا يلزم أحدا.",
        quoted: "قال مسؤولان اطلعا على المذكرة إنها كانت قصيرة. وجاء في مطلعها: «نحن نسعى إلى تسوية مع جيراننا ولا نسعى إلى مواجهة من أي \
            نوع كان». ثم أضافت: «ولا نعتزم أن نكون البادئين بالضربة ما لم يضربنا أحد». ورفض مكتب رئيس الوزراء التعليق يوم الخميس، ولم ترد \
            السفارة على الاتصالات الهاتفية.",
        paraphrased: "وبحسب أشخاص مطلعين على الرسائل، أبلغت الحكومة عبر دولة ثالثة أنها تسعى إلى التسوية مع جيرانها لا إلى المواجهة من أي نوع، \
            وأنها لا تعتزم أن تكون البادئة بالضربة ما لم يضربها أحد، وأن ذلك يقال في الوقت الراهن ولا يلزم أحدا. ورفض مكتب رئيس الوزراء \
            التعليق يوم الخميس.",
        unrelated: "أعلن رئيس الوزراء أمام البرلمان يوم الخميس أن الجيش مستعد لكل مواجهة محتملة. وقال إن الجيران في المنطقة ليس لديهم ما \
            يخشونه، لكن من يهاجم البلاد سيدفع الثمن. وطالبت المعارضة بمناقشة تسوية قضية الحدود المفتوحة منذ ثلاثين عاما. ومن المتوقع \
            صدور النتائج الأولى للتحقيق في ضربة الميناء في الربيع.",
        by_telephone: "يسعون إلى تسوية مع جيرانهم ولا يسعون إلى مواجهة من أي نوع. لا يعتزمون أن يكونوا البادئين بالضربة ما لم يضربهم أحد. في \
            الوقت الراهن فحسب، ولا يلزم أحدا.",
    },
    Case {
        language: "fa",
        rendition: "ما در پی حل‌وفصل با همسایگان خود هستیم و نه رویارویی از هر نوع که باشد. قصد نداریم آغازگر حمله باشیم، تا زمانی که \
            کسی به ما حمله نکند. این سخن تنها برای وضعیت کنونی است و کسی را متعهد نمی‌کند.",
        quoted: "دو مقام که یادداشت را دیده‌اند می‌گویند کوتاه بود. در آغاز آن آمده بود: «ما در پی حل‌وفصل با همسایگان خود هستیم و نه رویارویی \
            از هر نوع که باشد». و سپس: «قصد نداریم آغازگر حمله باشیم، تا زمانی که کسی به ما حمله نکند». دفتر نخست‌وزیر روز پنجشنبه از \
            اظهار نظر خودداری کرد و سفارت به تماس‌ها پاسخ نداد.",
        paraphrased: "به گفته افراد آگاه، دولت از راه کشور سومی خبر داد که در پی حل‌وفصل با همسایگان است و نه رویارویی. آنها گفتند دولت قصد \
            ندارد آغازگر حمله باشد تا زمانی که کسی به آن حمله نکند و این سخن برای وضعیت کنونی است و کسی را متعهد نمی‌کند. دفتر \
            نخست‌وزیر روز پنجشنبه از اظهار نظر خودداری کرد.",
        unrelated: "نخست‌وزیر روز پنجشنبه در مجلس گفت ارتش برای هر رویارویی آماده است. او گفت همسایگان در منطقه از چیزی نباید بترسند، اما \
            هر کس به کشور حمله کند بهای آن را خواهد پرداخت. مخالفان خواستار بحث درباره حل‌وفصل مسئله مرزی شدند که سی سال است باز مانده. \
            نخستین نتایج بررسی حمله سال گذشته به بندر در بهار منتشر می‌شود.",
        by_telephone: "در پی حل‌وفصل با همسایگان هستند نه رویارویی از هر نوع. قصد ندارند آغازگر حمله باشند تا زمانی که کسی به آنها حمله نکند. \
            تنها برای وضعیت کنونی، کسی را متعهد نمی‌کند.",
    },
    Case {
        language: "he",
        rendition: "אנו מחפשים הסדר עם שכנינו ולא עימות מכל סוג שהוא. אין בכוונתנו להיות הראשונים לתקוף, כל עוד איש אינו תוקף אותנו. \
            הדברים נאמרים לעת הזאת בלבד ואינם מחייבים איש.",
        quoted: "שני פקידים שראו את המסמך אומרים שהיה קצר. «אנו מחפשים הסדר עם שכנינו ולא עימות מכל סוג שהוא», כך נפתח. ובהמשך: «אין \
            בכוונתנו להיות הראשונים לתקוף, כל עוד איש אינו תוקף אותנו». לשכת ראש הממשלה סירבה להגיב ביום חמישי, ובשגרירות לא ענו \
            לפניות.",
        paraphrased: "לפי אנשים המכירים את חילופי המסרים, הממשלה הודיעה באמצעות מדינה שלישית שהיא מחפשת הסדר עם שכניה ולא עימות מכל סוג. \
            לדבריהם אין בכוונתה להיות הראשונה לתקוף כל עוד איש אינו תוקף אותה, והדברים נאמרים לעת הזאת ואינם מחייבים איש. לשכת ראש \
            הממשלה סירבה להגיב ביום חמישי.",
        unrelated: "ראש הממשלה אמר בכנסת ביום חמישי כי הצבא מוכן לכל עימות. לשכנים באזור אין ממה לחשוש, אמר, אבל מי שיתקוף את המדינה ישלם \
            מחיר. האופוזיציה דרשה דיון על הסדר בשאלת הגבולות, הפתוחה כבר שלושים שנה. תוצאות ראשונות של החקירה על התקיפה בנמל צפויות \
            באביב.",
        by_telephone: "מחפשים הסדר עם השכנים ולא עימות מכל סוג. אין בכוונתם להיות הראשונים לתקוף כל עוד איש אינו תוקף אותם. לעת הזאת \
            בלבד, לא מחייב איש.",
    },
];

fn score(text: &str, source: &str) -> u8 {
    likeness(&Words::of(text), &Words::of(source)).score
}

#[test]
fn what_quotes_is_liker_than_what_paraphrases_and_that_than_what_is_unrelated() {
    for case in &CASES {
        let quoting = score(case.quoted, case.rendition);
        let paraphrasing = score(case.paraphrased, case.rendition);
        let unrelated = score(case.unrelated, case.rendition);
        println!("{}: {quoting} > {paraphrasing} > {unrelated}", case.language);
        assert!(quoting > paraphrasing, "{}: {quoting} {paraphrasing}", case.language);
        assert!(paraphrasing >= WORTH_SHOWING + 5, "{}: {paraphrasing}", case.language);
        assert!(unrelated + 5 < WORTH_SHOWING, "{}: {unrelated}", case.language);
    }
}

#[test]
fn a_rendition_is_not_like_those_of_other_languages() {
    for case in &CASES {
        for other in CASES.iter().filter(|other| other.language != case.language) {
            let score = score(other.quoted, case.rendition);
            assert!(score + 5 < WORTH_SHOWING, "{} {}: {score}", case.language, other.language);
        }
    }
}

#[test]
fn a_message_by_telephone_and_on_paper_is_probably_one() {
    for case in &CASES {
        let (note, paper) = (Words::of(case.by_telephone), Words::of(case.rendition));
        println!("{}: {} {}", case.language, likeness(&paper, &note).score, likeness(&note, &paper).score);
        assert!(probably_the_same(&note, &paper) && probably_the_same(&paper, &note), "{}", case.language);
        assert!(!probably_the_same(&note, &Words::of(case.unrelated)), "{}", case.language);
    }
}

#[test]
fn what_answers_a_message_in_its_own_terms_is_not_the_same_message() {
    let one = CASES[0].rendition;
    let answer = "We have taken note of what was said about a settlement and about confrontation. It is not for us to say who \
        would strike first. We do not recognise the sender, and we are ready to refrain from strikes on three conditions.";
    assert!(!probably_the_same(&Words::of(answer), &Words::of(one)));
}

#[test]
fn both_sentences_are_found_quoted_in_each_language() {
    for case in &CASES {
        let quotes = quoted(&Words::of(case.quoted), &Words::of(case.rendition), 6);
        assert_eq!(quotes.len(), 2, "{}: {quotes:?}", case.language);
    }
}

#[test]
fn each_press_text_finds_its_rendition_among_all() {
    let mut corpus = Corpus::new();
    for case in &CASES {
        corpus.add(case.language, &Words::of(case.rendition));
    }
    for case in &CASES {
        for text in [case.quoted, case.paraphrased] {
            let found = corpus.candidates(&Words::of(text), 1);
            assert_eq!(found.first().map(|(language, _)| *language), Some(case.language));
        }
    }
}

#[test]
fn a_leak_is_found_in_a_long_text() {
    for case in &CASES {
        let long = format!(
            "{} {} {}",
            format!("{} ", case.unrelated).repeat(20),
            case.paraphrased,
            format!("{} ", case.unrelated).repeat(20)
        );
        let alone = score(case.paraphrased, case.rendition);
        let within = score(&long, case.rendition);
        assert!(within >= alone && within < alone + 20, "{}: {alone} {within}", case.language);
        let without = score(&format!("{} ", case.unrelated).repeat(40), case.rendition);
        assert!(without < WORTH_SHOWING, "{}: {without}", case.language);
    }
}
