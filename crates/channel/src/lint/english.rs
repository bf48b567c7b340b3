//! English: what commits, what denies it, what only looks so.

use super::language::{Commits, Language, Negation};
use super::passage::Script;
use super::why::Why;

pub(super) const ENGLISH: Language = Language {
    code: "en",
    names: "en, eng, english, anglais, английский, الإنجليزية, انگلیسی, אנגלית",
    script: Script::Latin,
    particles: "",
    small_words: "the, of, and, to, is, are, was, were, that, this, these, those, with, for, by, from, has, have, had, will, \
        would, should, could, shall, may, not, no, be, been, it, its, their, they, them, we, our, us, you, your, he, she, \
        his, her, which, who, whose, what, when, at, any, all, there, if, but, into, about, than, nor, neither, i, my, as, \
        do, does, did, without, under, both, each, other, cannot, must",
    own_letters: &[],
    commits: &[
        Commits {
            why: Why::Agreement,
            words: "agree, agrees, agreed, agreeing, agreement*, accord, accords, truce*, ceasefire*, cease fire*, \
                armistice*, pact, pacts, treaty, treaties, covenant*, entente*, contract, contracts, contractual*, consensus, \
                concur, concurs, concurred, concurring, concurrence, shared understanding*, mutual understanding*, \
                common understanding*, joint understanding*, memorandum of understanding, memoranda of understanding, \
                understanding reached, understandings reached, understanding between, understanding with, \
                understandings between, understandings with, reached an understanding, reach an understanding, \
                modus vivendi, meeting of minds, a deal, the deal, this deal, our deal, any deal, deal between, \
                deal reached, deals, deal was, peace deal, signatory, signatories",
            instead: "each side says separately that",
        },
        Commits {
            why: Why::Undertaking,
            words: "commit, commits, committed, committing, commitment*, pledge, pledges, pledged, pledging, promise, \
                promises, promised, undertake, undertakes, undertaken, undertook, undertaking*, shall, vow, vows, vowed, \
                solemnly, give our word, gives its word, gave its word, gave our word, give its word, word of honour, \
                word of honor, engages to, engages itself, engage ourselves, bind ourselves, binds itself, bind itself, \
                bind themselves, bound ourselves",
            instead: "intends at this stage to",
        },
        Commits {
            why: Why::Guarantee,
            words: "guarantee*, guarantor*, guaranty, assure, assures, assured, assuring, assurance*, ensure, ensures, \
                ensured, ensuring, vouch, vouches, vouched, vouching, warranty, warranties, underwrite, underwrites, \
                underwritten, surety",
            instead: "the intention is that",
        },
        Commits {
            why: Why::Obligation,
            words: "binding, bind, binds, bound by, bound to, oblige, obliges, obliged, obliging, obligation*, obligated, \
                obligates, obligate, obligatory, duty bound, honour bound, honor bound, abide by, abides by, abiding by, \
                abided by",
            instead: "by its own choice",
        },
        Commits {
            why: Why::Coordination,
            words: "coordinat*, co ordinat*, joint, jointly, in concert, concerted, acting together, act together, \
                acts together, acted together, synchronis*, synchroniz*, collaborat*, common position, common front, \
                hand in hand, in lockstep, in tandem",
            instead: "each side by itself",
        },
        Commits {
            why: Why::Acceptance,
            words: "accept, accepts, accepted, accepting, acceptance*, acceptable, consent, consents, consented, \
                consenting, assent, assents, assented, assenting, acquiesce*, ratify, ratifies, ratified, ratifying, \
                ratification*, endorse, endorses, endorsed, endorsing, endorsement*, sign up to, signs up to, \
                signed up to, accede, accedes, acceded, acceding, subscribe to, subscribes to",
            instead: "has taken note of",
        },
        Commits {
            why: Why::Recognition,
            words: "recognise, recognises, recognised, recognising, recognize, recognizes, recognized, recognizing, \
                recognition*",
            instead: "refers to",
        },
    ],
    // A note's closing formula; crimes and coordinates; idioms; verbs of which the object is denied.
    neutral: "assurances of its highest, assurances of his highest, assurances of her highest, assurances of my highest, \
        assurances of our highest, assurance of its highest, assurance of his highest, assurance of her highest, \
        assurance of my highest, assurance of our highest, please accept, self assured, deals with, \
        crimes committed, crime committed, acts committed, act committed, violations committed, abuses committed, \
        atrocities committed, aggression committed, committed by, committed against, commit aggression, commit crimes, \
        commit suicide, coordinates of, grid coordinates, geographic coordinates, geographical coordinates, coordinated universal time, \
        coordinator*, of its own accord, of their own accord, of our own accord, of his own accord, of her own accord, \
        beyond recognition, in recognition of, recognise neither, recognises neither, \
        recognised neither, recognize neither, recognizes neither, recognise no, recognises no, recognize no, recognizes no, \
        accept neither, accepts neither, accept no, accepts no, accepted no, accept nothing, accepts nothing, accepted nothing, \
        undertake nothing, \
        undertakes nothing, commit to nothing, commits to nothing, committed to nothing, commit us to nothing, \
        commits us to nothing, commits itself to nothing, agree to nothing, agrees to nothing, agreed to nothing",
    negation: Negation {
        not: "no, not, nor, neither, never, cannot, non, none, nothing, nobody, nowhere, t, dont, hardly, no one, no question of, unable, unwilling, rejects, reject, \
            rejected, rejecting, refuse, refuses, refused, refusing, refusal, decline, declines, declined, declining, \
            deny, denies, denied, denying, denial, rule out, rules out, ruled out, ruling out, by no means, \
            in no way, rather than, instead of",
        without: "without, absent, lack of, lacks, lacking, absence of, free of, free from, devoid of, far from, short of",
        ne: "",
        ne_only: "",
        links: "a, an, any, the, of, to, be, such, as, taken, read, understood, interpreted, construed, regarded, considered, \
            seen, treated, deemed",
        light: "this, that, these, form, forms, kind, kinds, sort, sorts, type, types, way, manner, in any way, been, \
            being, is, are, was, were, has, have, had, having, do, does, did, can, could, may, might, would, will, \
            should, we, they, it, you, he, she, i, its, their, our, his, her, my, your, here, herein, above, in this, \
            in what, into, ever, yet, now, currently, at all, hereby, thereby, either, constitute, constitutes, \
            constituting, imply, implies, implying, implied, entail, entails, create, creates, creating, mean, means, \
            meaning, meant, represent, represents, amount, amounts, amounting, give, gives, given, giving, offer, \
            offers, offered, offering, make, makes, made, making, seek, seeks, seeking, sought, want, wants, ask, \
            asks, asking, asked, enter, enters, entered, entering, reach, reaches, reached, reaching, conclude, \
            concludes, concluded, require, requires, required, requiring, request, requests, requested, expect, \
            expects, assume, assumes, intend, intends, intended, intending, propose, proposes, proposing, contain, contains, \
            containing, carry, carries, convey, conveys, suggest, suggests, signify, signifies, establish, \
            establishes, there, said, says, wish, wishes, need, needs, purport, purports, formal, formally, informal, \
            informally, legal, legally, written, oral, verbal, political, politically, security, military, \
            diplomatic, tacit, tacitly, explicit, explicitly, implicit, implicitly, express, expressly, firm, prior, \
            further, new, other, additional, general, specific, direct, indirect, future, mutual, bilateral, real, \
            whatsoever, more, side, sides, party, parties, regard ourselves, regards itself, consider ourselves, \
            considers itself, regard themselves, consider themselves, in a position, able, ready, prepared, willing, \
            message, messages, text, statement, note, letter, paper, non paper, non papers, item, words, part, \
            signal, evidence, act, gesture, proof, sign, matter, effect, expression",
        or: "or",
        and: "and",
        after: "not implied, not intended, not sought, not reached, not offered, not given, not meant, not in place, \
            not been reached, not been given, not been sought, not exist, ruled out, excluded, denied, out of the question",
        affirms: "cannot but, can not but",
    },
    first_person: "i, me, my, myself, we, us, our, ours, ourselves, of mine, is mine",
    not_first_person: "annex i, appendix i, part i, phase i, article i, chapter i, section i, volume i, title i, class i, \
        category i, type i, war i, stage i, tier i, track i, i e, i and ii, i or ii, i to iii",
    first_person_endings: &[],
};

#[cfg(test)]
mod tests {
    use crate::lint::examples::{check, check_nothing};

    #[test]
    fn what_commits_is_found() {
        check(
            "en",
            &[
                ("We agree to refrain from further strikes.", &["agree"]),
                ("We hereby UNDERTAKE to wait.", &["UNDERTAKE"]),
                ("Our side is committed to calm and pledges to keep the border quiet.", &["committed", "pledges"]),
                ("The Government shall not open fire first.", &["shall"]),
                ("We guarantee that no aircraft will cross the line; rest assured of it.", &["guarantee", "assured"]),
                ("There is now a shared understanding that the strikes are over.", &["shared understanding"]),
                ("Both capitals have reached an understanding on the corridor.", &["reached an understanding"]),
                ("The cease-fire holds, and the truce with it.", &["cease-fire", "truce"]),
                ("We feel bound by what was said, and shall abide by it.", &["bound by", "shall", "abide by"]),
                ("Patrols could be coordinated, or at least carried out jointly.", &["coordinated", "jointly"]),
                ("We accept the proposal and consent to its publication.", &["accept", "consent"]),
                ("Our side recognizes the other's concerns.", &["recognizes"]),
                ("They ratified the pact in spring.", &["ratified", "pact"]),
                ("It is a deal.", &["a deal"]),
                ("Not only did we agree, we gave our word.", &["agree", "gave our word"]),
                ("Nothing was left out. We promise to answer.", &["promise"]),
                ("There is no doubt that they will ensure calm.", &["ensure"]),
                ("Not without agreement of the principal.", &["agreement"]),
                ("Nothing short of an agreement will do.", &["agreement"]),
                ("No strikes, and a binding commitment to restraint.", &["binding", "commitment"]),
                ("We do not seek confrontation, we agree to talk.", &["agree"]),
                ("Mutual\nunderstanding has grown.", &["Mutual\nunderstanding"]),
                ("A statement made in concert, a Joint Statement.", &["in concert", "Joint"]),
                ("There is no agreement, coordination continues.", &["coordination"]),
                ("There is no agreement and coordination continues.", &["coordination"]),
                ("No agreement.\n\nCoordination continues.", &["Coordination"]),
                ("They are not here and we agree with them.", &["agree"]),
                ("Without recognition we agree to talk.", &["agree"]),
                ("Without recognition, we agree or at least accept to talk.", &["agree", "accept"]),
                ("We can live without this and we agree to talk.", &["agree"]),
                ("The non-paper agreed in Geneva stands.", &["agreed"]),
                ("We cannot but accept it.", &["accept"]),
                ("We do not consider the agreement void.", &["agreement"]),
                (
                    "The coordinates of the site are known to the UN coordinator, who coordinates the visit.",
                    &["coordinates"],
                ),
            ],
        );
    }

    #[test]
    fn what_does_not_commit_is_not_found() {
        check_nothing(
            "en",
            &[
                "A disagreement, an accordion.",
                "No commitment, without coordination.",
                "not-accepted",
                "no-commitment, no-coordination, no-recognition, without-prejudice, no-precedent",
                "We are not seeking any commitment.",
                "There was no form of coordination between the two sides.",
                "There is no commitment to coordinate, and no guarantee of acceptance.",
                "Nothing in this message shall be read as an agreement or a commitment.",
                "This is neither a promise nor a guarantee.",
                "No agreement, pledge or guarantee is implied.",
                "It was received without recognition of the sender, and without any agreement, coordination and obligation.",
                "Receipt does not imply acceptance, nor do we agree with its premises.",
                "We haven't agreed to anything, and don't intend to commit ourselves.",
                "At this stage we do not intend to start anything, as long as others refrain.",
                "The Ministry avails itself of this opportunity to renew the assurances of its highest consideration.",
                "The settlement of the question is preferable to confrontation of any kind.",
                "Crimes committed in the war are a matter for the courts.",
                "The principal is prepared to live with a quiet border, of its own accord.",
                "Each side says separately that it intends at this stage to refrain.",
                "A non-binding paper; a promising step; a great deal of patience; he deals with it.",
                "Their engagement in the region is well known.",
                "No party has accepted the terms, and coordination is not intended.",
                "UN staff crossed the line without incident.",
                "We recognise neither the sender nor this message.",
                "It commits us to nothing, and we accept no conditions.",
                "",
            ],
        );
    }
}
