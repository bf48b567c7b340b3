//! Words so common that texts on any matter share them: the stop words of the six languages. They are as people write
//! them; what is looked up is their normal form.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::letters::normal;
use super::particles::without_and;

const ENGLISH: &str = "a about after again against all also an and any are as at be because been before being between both but by \
    can could d did do does doing down during each few for from further had has have having he her here hers him his how \
    i if in into is it its itself just ll m may me might more most must my no nor not now of off on once only or other \
    our ours out over own re s said same say says shall she should so some such t than that the their theirs them then \
    there these they this those through to too under until up upon us ve very was we were what when where which while \
    who whom whose why will with without would yes you your yours";

const FRENCH: &str = "à ai ainsi après au aucun aucune aussi autre autres aux avait avant avec avez avoir avons c ça car ce ceci cela \
    celle celles celui ces cet cette ceux chaque comme d dans de depuis des dit donc dont du elle elles en encore \
    entre es est et étaient était été être eu fait faut il ils j je jusqu l la là le les leur leurs lors lui m ma mais \
    me même mes moi moins mon n ne ni non nos notre nous on ont ou où par pas peu peut plus pour pourquoi puis qu quand \
    que quel quelle quelles quels qui quoi s sa sans se selon sera ses si sien soit son sont sous sur t ta te tes toi \
    ton tous tout toute toutes très tu un une vers vos votre vous y";

const RUSSIAN: &str = "а без более бы был была были было быть в вам вас ваш ведь во вот все всего всей всем всех вы где г да даже два \
    для до его ее ей ему если есть еще же за и из или им ими их к каждый как какой ко когда кого который которая \
    которое которые которого которой которых кто ли лишь мне много может можно мой мы на над надо нам нас наш \
    наша наше наши нашей нашим не него нее нет ни них но ну о об однако он она они оно от очень перед по под после потом \
    потому почти при про раз с сам сами свой своего своей своих себе себя со так также такой там те тем теперь то тогда \
    того тоже той только том тот ту ты у уже хотя чего чем через что чтобы эта эти этих это этого этой этом этому этот \
    эту я сказал сказала сказали заявил заявила году года";

const ARABIC: &str = "أن إن أنه أنها إنه إنها أو أي أية إذا إذ إلا إلى أما أمام أنا أنت أيضا أين بعد بعض بل بين به بها بهم تحت تلك تم \
    ثم حتى حول حيث خلال دون ذات ذلك سوف ضد ضمن عبر عدم عن عند عندما عنه عنها على عليه عليها غير فقط في فيه فيها قال \
    قالت قبل قد كان كانت كانوا كل كلا كما كيف لا لأن لدى لذلك لقد لكن له لها لهم لم لماذا لن ليس ليست ما ماذا مثل مع مما \
    من منذ منه منها مهما نحن نحو نعم هذا هذه هذان هؤلاء هل هم هنا هناك هو هي و وقد يكون تكون يمكن يوم التي الذي الذين \
    اللذين";

const PERSIAN: &str = "آن آنان آنها آنچه از است اش اگر ام اما ای این اینکه با باید بدون بر برای برخی بسیار بعد بلکه بود بودند بودن \
    به بی بیش بین پس پیش تا تر ترین تو چرا چند چه چون چیز حتی خود خواهد خواهند دارد دارند داشت در درباره دو دیگر را روی \
    زیرا سپس شد شده شدند شود شوند شما طور که کرد کرده کردند کند کنند کنیم گفت گفته گفتند ما مانند من می نمی نه نیز نیست \
    ها های هر هم همه همین هیچ و وی ولی هستند هستیم هست یا یک یکی";

const HEBREW: &str = "אבל או אולי אותה אותו אותם אחר אחרי אחת אחד איך אין איננו איני אינו אינה אינם אך אל אלא אלה אלו אם אנו אנחנו אני \
    אף אפשר אשר את אתה אתם באמצעות בגלל בה בהם בו ביותר בין בלי במשך בעת בפני גם דרך הוא היא היה היו היתה הייתה הם הן הנה \
    הרי זאת זה זו זהו יהיה יותר יש יכול כאן כאשר כבר כדי כולם כי כך כל כמו כן לא לאחר לה להם להיות לו לי לכן לנו לפי לפני \
    מאוד מאז מה מי מן מול נגד עד עוד על עליו עליה עם פי רק של שלא שלה שלהם שלו שלי שלנו שם תוך תחת אמר אמרה אמרו";

static STOP_WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let languages = [ENGLISH, FRENCH, RUSSIAN, ARABIC, PERSIAN, HEBREW];
    languages.iter().flat_map(|words| words.split_whitespace()).map(normal).collect()
});

/// Whether a word, in normal form, is one of them; in Arabic and Hebrew also with the *and* that is written together with
/// it.
pub(super) fn is_common(word: &str) -> bool {
    STOP_WORDS.contains(word) || without_and(word).is_some_and(|rest| STOP_WORDS.contains(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_known_in_every_language() {
        for word in ["The", "WITHOUT", "été", "même", "ещё", "который", "إلى", "الَّذي", "وهو", "می", "این", "של", "והוא"]
        {
            assert!(is_common(&normal(word)), "{word}");
        }
        for word in ["settlement", "accord", "удар", "مواجهة", "رویارویی", "עימות", "1404", ""] {
            assert!(!is_common(&normal(word)), "{word}");
        }
    }
}
