//! What it costs to read a text for what its author should know: 20,000 words of prose in each language, and the same of
//! the worst kind, in which every word commits.

#![allow(missing_docs)]

use std::hint::black_box;

use channel::lint::{content_warnings, findings, first_person};
use channel::{Civil, Content};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

const WORDS: usize = 20_000;

const PROSE: [(&str, &str); 6] = [
    (
        "en",
        "The other side was told that exercises near the border would end on Friday, and that nothing else was behind \
         them. No commitment is made by this, and none is asked for; we agree that the matter is closed. ",
    ),
    (
        "fr",
        "L’autre partie a été informée que les exercices près de la frontière prendraient fin vendredi, et qu’ils ne \
         cachaient rien d’autre. Aucun engagement n’est pris ici, ni demandé ; nous acceptons que l’affaire soit close. ",
    ),
    (
        "ar",
        "أبلغ الطرف الآخر بأن التدريبات قرب الحدود ستنتهي يوم الجمعة، وبأنه لا شيء وراءها. ولا يعني ذلك أي التزام، ولا يطلب \
         من أحد شيء؛ ونتفق على أن الأمر قد انتهى. ",
    ),
    (
        "fa",
        "به طرف مقابل گفته شد که رزمایش‌های نزدیک مرز روز جمعه پایان می‌یابد و چیز دیگری در پس آن نیست. در این باره تعهدی \
         داده نمی‌شود و تعهدی هم خواسته نشده است؛ توافق داریم که موضوع تمام شده است. ",
    ),
    (
        "he",
        "לצד האחר נמסר כי התרגילים ליד הגבול יסתיימו ביום שישי, וכי אין מאחוריהם דבר. אין בכך משום התחייבות, ואיש אינו \
         מבקש התחייבות; אנו מסכימים כי העניין סגור. ",
    ),
    (
        "ru",
        "Другой стороне сообщили, что учения у границы закончатся в пятницу и ничего иного за ними не стоит. Никаких \
         обязательств при этом не берут и не просят; мы согласны, что вопрос закрыт. ",
    ),
];

/// A text of so many words, made of a few sentences over and over.
fn long(sentences: &str) -> String {
    let words = sentences.split_whitespace().count();
    sentences.repeat(WORDS.div_ceil(words))
}

fn lint(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("20,000 words");
    group.throughput(Throughput::Elements(WORDS as u64));
    for (language, sentences) in PROSE {
        let text = long(sentences);
        assert!(!findings(&text, None).is_empty());
        group.bench_function(format!("findings, {language}"), |bench| bench.iter(|| findings(black_box(&text), None)));
        let content = Content::new(text, Civil(1_760_000_000));
        group.bench_function(format!("warnings of a non-paper, {language}"), |bench| {
            bench.iter(|| content_warnings(black_box(&content), &["Northland", "King of Northland"]));
        });
    }
    let text = long("agree ");
    group.bench_function("findings, one word over and over", |bench| bench.iter(|| findings(black_box(&text), None)));
    let text = long("agreement, ");
    group.bench_function("findings, one list", |bench| bench.iter(|| findings(black_box(&text), None)));
    let text = long(PROSE.first().map_or("", |(_, sentences)| sentences));
    group.bench_function("first person, en", |bench| bench.iter(|| first_person(black_box(&text), None)));
    group.finish();
}

criterion_group!(benches, lint);
criterion_main!(benches);
