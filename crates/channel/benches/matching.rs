//! What matching costs at a desk of many years: 50,000 renditions of 120 words against a press text of 800; two texts of
//! 20,000 words; the most repetitive text there is. The words are made from a seed and are as common as words are (Zipf).

#![allow(missing_docs, clippy::indexing_slicing, clippy::print_stdout)] // a bench that cannot be set up is to stop

use std::hint::black_box;

use channel::Day;
use channel::matching::{Corpus, Words, dates, likeness, mentions, quoted, script};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

const RENDITIONS: u64 = 50_000;
const RENDITION_WORDS: usize = 120;
const PRESS_WORDS: usize = 800;
const LONG_WORDS: usize = 20_000;
const VOCABULARY: usize = 20_000;
/// How many renditions are compared in full after a search.
const COMPARED: usize = 50;

const STOP_WORDS: [&str; 24] = [
    "the", "of", "and", "to", "a", "in", "that", "is", "it", "for", "was", "on", "with", "as", "be", "by", "not",
    "this", "are", "from", "or", "have", "an", "they",
];
const SYLLABLES: [&str; 40] = [
    "ba", "ce", "di", "fo", "gu", "han", "jer", "kil", "lom", "mun", "nar", "per", "qui", "rol", "sut", "tan", "ver",
    "wim", "xon", "yur", "zab", "cle", "dri", "flo", "gru", "pla", "bre", "cri", "dro", "fru", "sta", "ste", "sti",
    "sto", "stu", "tra", "tre", "tri", "tro", "tru",
];

struct Writer {
    rng: ChaCha20Rng,
    vocabulary: Vec<String>,
}

impl Writer {
    fn new() -> Self {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let mut word = || {
            let syllables = 2 + rng.next_u32() as usize % 3;
            (0..syllables).map(|_| SYLLABLES[rng.next_u32() as usize % SYLLABLES.len()]).collect()
        };
        let vocabulary = (0..VOCABULARY).map(|_| word()).collect();
        Self { rng, vocabulary }
    }

    /// Half of the words are stop words; of the others, the n-th is about as common as 1/n.
    fn word(&mut self) -> &str {
        let drawn = self.rng.next_u32();
        if drawn.is_multiple_of(2) {
            return STOP_WORDS[(drawn >> 1) as usize % STOP_WORDS.len()];
        }
        let part = f64::from(drawn) / f64::from(u32::MAX);
        let rank = (VOCABULARY as f64).powf(part) as usize - 1;
        &self.vocabulary[rank.min(VOCABULARY - 1)]
    }

    fn text(&mut self, words: usize) -> String {
        let mut text = String::new();
        for at in 0..words {
            text.push_str(self.word());
            text.push_str(if at % 12 == 11 { ". " } else { " " });
        }
        text
    }
}

/// The resident memory of this process, in KiB; 0 where it cannot be read.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

fn exposure(criterion: &mut Criterion) {
    let mut writer = Writer::new();
    let renditions: Vec<String> = (0..RENDITIONS).map(|_| writer.text(RENDITION_WORDS)).collect();
    let before = resident();
    let mut corpus = Corpus::new();
    for (key, rendition) in (0..).zip(&renditions) {
        corpus.add(key, &Words::of(rendition));
    }
    let words = RENDITIONS * RENDITION_WORDS as u64;
    let grown = (resident() - before) * 1024;
    println!("index of {RENDITIONS} renditions: {grown} bytes of memory, {} a word", grown as f64 / words as f64);

    // A press text that has one rendition's middle in it.
    let told = &renditions[4_711];
    let middle = &told[told.len() / 3..told.len() / 3 * 2];
    let press = format!("{} {middle} {}", writer.text(PRESS_WORDS / 2), writer.text(PRESS_WORDS / 2 - 40));
    let found = corpus.candidates(&Words::of(&press), COMPARED);
    assert_eq!(found.first().map(|(key, _)| *key), Some(4_711));

    let mut group = criterion.benchmark_group("exposure");
    group.bench_function("candidates", |bench| {
        let press = Words::of(&press);
        bench.iter(|| black_box(corpus.candidates(&press, COMPARED)));
    });
    group.bench_function("whole", |bench| {
        bench.iter(|| {
            let press = Words::of(&press);
            let found = corpus.candidates(&press, COMPARED);
            found.into_iter().map(|(key, _)| likeness(&press, &Words::of(&renditions[key as usize])).score).max()
        });
    });
    group.bench_function("remove and add", |bench| {
        let again = Words::of(told);
        bench.iter(|| corpus.add(4_711, &again));
    });
    group.sample_size(10).bench_function("build", |bench| {
        bench.iter_batched(
            Corpus::new,
            |mut corpus| {
                for (key, rendition) in (0_u64..).zip(&renditions) {
                    corpus.add(key, &Words::of(rendition));
                }
                corpus
            },
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

fn long_texts(criterion: &mut Criterion) {
    let mut writer = Writer::new();
    let (one, other) = (writer.text(LONG_WORDS), writer.text(LONG_WORDS));
    let other = format!("{other} {}", &one[one.len() / 2..one.len() / 2 + 2_000]);
    let same = "a ".repeat(LONG_WORDS);
    let (one_words, other_words, same_words) = (Words::of(&one), Words::of(&other), Words::of(&same));

    let mut group = criterion.benchmark_group("20,000 words");
    group.throughput(Throughput::Elements(LONG_WORDS as u64));
    group.bench_function("words", |bench| bench.iter(|| Words::of(black_box(&one))));
    group.bench_function("likeness", |bench| bench.iter(|| likeness(black_box(&one_words), &other_words)));
    group.bench_function("quoted", |bench| bench.iter(|| quoted(black_box(&one_words), &other_words, 6)));
    group.bench_function("quoted, one word over and over", |bench| {
        bench.iter(|| quoted(black_box(&same_words), &same_words, 6));
    });
    group.bench_function("mentions", |bench| bench.iter(|| mentions(black_box(&one_words), "the other side")));
    group.bench_function("dates", |bench| bench.iter(|| dates(black_box(&one), Day(20_000))));
    group.bench_function("flags", |bench| bench.iter(|| script::flags(black_box(&one))));
    group.finish();
}

criterion_group!(benches, exposure, long_texts);
criterion_main!(benches);
