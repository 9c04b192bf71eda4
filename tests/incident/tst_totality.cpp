// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/chaos.h"
#include "incident/clocks.h"
#include "incident/codec.h"
#include "incident/wording.h"
#include "support/quiettest.h"

#include <QSet>

#include <limits>

using namespace warroom;
using namespace warroom::incident;
using namespace warroom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What the parts of a state owe each other; empty: all is well.
QString broken(const IncidentState& state)
{
    for (std::size_t n = 1; n < state.entries.size(); ++n) {
        if (!(state.entries[n - 1]->rank < state.entries[n]->rank))
            return u"the narrative is out of order"_s;
    }
    if (state.byId.size() != qsizetype(state.entries.size()))
        return u"rows differ in number"_s;
    for (const EntryPtr& entry : state.entries) {
        if (state.byId.value(entry->id) != entry)
            return u"a row is not the one by its id"_s;
        if (entry->redacted && !proseText(entry->body).isEmpty())
            return u"a redacted row says something"_s;
    }
    QSet<int> numbers;
    for (const Action& action : state.actions)
        numbers.insert(action.number);
    for (const FollowUp& followUp : state.followUps)
        numbers.insert(followUp.number);
    if (numbers.size() != qsizetype(state.actions.size() + state.followUps.size()) || numbers.contains(0))
        return u"a number is there twice"_s;
    for (const Conflict& conflict : state.conflicts) {
        if (!state.acts.contains(conflict.inForce) || !state.acts.contains(conflict.other)
            || conflict.inForce == conflict.other)
            return u"a conflict with nobody"_s;
    }
    const auto gone = [&](EntryId entry) { return state.entry(entry) && state.entry(entry)->retracted; };
    for (const auto& milestone : state.milestones) {
        if (milestone.set() && gone(milestone.rank.entry))
            return u"a retracted milestone stands"_s;
    }
    for (const auto& field : {state.title, state.severity, state.status, state.impact}) {
        if (field.set() && gone(field.rank.entry))
            return u"a retracted value is in force"_s;
    }
    return {};
}

void lookAtEverything(const IncidentState& state)
{
    for (const Instant now : {tests::at(u"14:05"_s), fromMs(0)}) {
        elapsed(state, now);
        nextUpdate(state, now);
        resolveTarget(state, now);
        respondTarget(state, now);
    }
    state.commander();
    state.zone();
    between(state, Milestone::Declared, Milestone::Resolved);
    timeline(state);
}

} // namespace

/// The fold takes everything there is, in any order and in any portions.
class TstTotality : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void theOrderOfReadingDoesNotMatter();
    void thePortionsDoNotMatter();
    void storesThatMetAgree();
    void damagedEntriesDoNoHarm();
    void impossibleTimesDoNoHarm();
};

void TstTotality::theOrderOfReadingDoesNotMatter()
{
    qsizetype conflictsSeen = 0;
    qsizetype endsSeen = 0;
    qsizetype retractionsSeen = 0;
    for (quint32 seed = 0; seed < 1000; ++seed) {
        Chaos chaos(seed);
        std::vector<Event> events = chaos.history(2 + chaos.below(30));
        const IncidentState state = fold(events);
        chaos.shuffle(events);
        QVERIFY2(fold(events) == state, qPrintable(u"seed %1"_s.arg(seed)));
        QVERIFY2(broken(state).isEmpty(), qPrintable(u"seed %1: %2"_s.arg(QString::number(seed), broken(state))));
        lookAtEverything(state);
        conflictsSeen += qsizetype(state.conflicts.size());
        endsSeen += state.milestone(Milestone::Resolved).has_value();
        retractionsSeen += std::count_if(
            state.entries.begin(), state.entries.end(), [](const EntryPtr& entry) { return entry->retracted; });
    }
    // Else the histories would prove nothing.
    QVERIFY(conflictsSeen > 500);
    QVERIFY(endsSeen > 100);
    QVERIFY(retractionsSeen > 500);
}

void TstTotality::thePortionsDoNotMatter()
{
    int appended = 0;
    for (quint32 seed = 0; seed < 2000; ++seed) {
        Chaos chaos(seed);
        std::vector<Event> events = chaos.history(2 + chaos.below(20));
        const bool inOrder = chaos.oneIn(2);
        const IncidentState whole = fold(events);
        if (inOrder)
            std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
                return std::pair(a.envelope.hlc, a.envelope.id) < std::pair(b.envelope.hlc, b.envelope.id);
            });
        else
            chaos.shuffle(events);
        Log log;
        std::vector<Event> seen;
        for (auto next = events.begin(); next != events.end();) {
            const auto end = next + std::min<std::ptrdiff_t>(1 + chaos.below(4), events.end() - next);
            std::vector<Event> portion(next, end);
            seen.insert(seen.end(), next, end);
            next = end;
            if (chaos.oneIn(4)) // something twice, seen before or not
                portion.push_back(chaos.oneOf(seen));
            appended += log.take(portion) == Log::Change::Appended;
            if (chaos.oneIn(4))
                QVERIFY2(log.state() == fold(seen), qPrintable(u"seed %1"_s.arg(seed)));
        }
        QVERIFY2(log.state() == whole, qPrintable(u"seed %1"_s.arg(seed)));
        QCOMPARE(log.events().size(), events.size());
        QCOMPARE(log.take(events), Log::Change::None);
        QVERIFY2(broken(log.state()).isEmpty(), qPrintable(broken(log.state())));
    }
    QVERIFY(appended > 2000);
}

void TstTotality::storesThatMetAgree()
{
    int written = 0;
    for (quint32 seed = 0; seed < 150; ++seed) {
        Chaos chaos(seed);
        std::vector<Story> stores(3, Story::declared());
        for (int store = 1; store < 3; ++store)
            stores[size_t(store)].inStore(store);
        for (int n = 0; n < 40; ++n) {
            Story& store = stores[size_t(chaos.below(3))];
            if (chaos.oneIn(6)) {
                store.merge(chaos.oneOf(stores));
                continue;
            }
            if (chaos.oneIn(4))
                store.typedBy(named(u"Bob"_s));
            if (chaos.oneIn(5))
                store.happened(u"14:0%1"_s.arg(chaos.below(9)));
            written += store.say(chaos.command()).written.empty() ? 0 : 1;
        }
        for (const std::size_t store : {1, 2, 0, 1, 2})
            stores[store].merge(stores[(store + 1) % 3]);
        QVERIFY2(stores[0].events() == stores[1].events(), qPrintable(u"seed %1"_s.arg(seed)));
        QVERIFY2(stores[0].state() == stores[1].state(), qPrintable(u"seed %1"_s.arg(seed)));
        QVERIFY2(stores[0].state() == stores[2].state(), qPrintable(u"seed %1"_s.arg(seed)));
        QCOMPARE(broken(stores[0].state()), QString());
        QCOMPARE(anomalies(stores[0].state()), u"nothing"_s); // the rules let nothing odd through
        for (const Event& event : stores[0].events())
            QVERIFY(!std::holds_alternative<Unknown>(event.body));
        // Whatever was settled last in one store is settled for all of them.
        const std::vector<Command> all = everyCommand(Story::act(1));
        for (const Command& command : all) {
            const Submission submission = stores[0].submission(command);
            const auto one = decide(stores[0].state(), submission, stores[0].now());
            const auto other = decide(stores[2].state(), submission, stores[0].now());
            QCOMPARE(one.ok(), other.ok());
            QVERIFY(!one || *one == *other);
        }
    }
    QVERIFY(written > 2000);
}

void TstTotality::damagedEntriesDoNoHarm()
{
    int unknown = 0;
    int read = 0;
    for (quint32 seed = 0; seed < 500; ++seed) {
        Chaos chaos(seed);
        std::vector<Event> events = chaos.history(20);
        for (Event& event : events) {
            Envelope envelope = event.envelope;
            const Encoded encoded = encode(event.body, envelope.by, QByteArray(16, 'x'));
            const bool damage = chaos.oneIn(2);
            envelope.type = encoded.type;
            envelope.facts = damage ? chaos.damaged(encoded.facts) : encoded.facts;
            envelope.prose =
                chaos.oneIn(4) ? chaos.damaged(encoded.prose.value_or("{}")) : encoded.prose.value_or("{}");
            event = decode(envelope);
            QCOMPARE(event.envelope.facts, envelope.facts);
            QCOMPARE(event.envelope.prose, envelope.prose);
            (std::holds_alternative<Unknown>(event.body) ? unknown : read) += damage;
        }
        const IncidentState state = fold(events);
        QVERIFY2(broken(state).isEmpty(), qPrintable(broken(state)));
        lookAtEverything(state);
        for (const Command& command : everyCommand(Story::act(chaos.below(20)))) {
            const PersonRef author = onRoster(u"alice"_s, u"Alice Chen"_s);
            const Instant now = tests::at(u"15:00"_s);
            const auto decided = decide(state, {Story::act(50), state.id, author, {}, now, command}, now);
            QVERIFY(!decided || decided->size() < 100);
        }
    }
    QVERIFY(unknown > 1000);
    QVERIFY(read > 200); // damage that still reads as something
}

void TstTotality::impossibleTimesDoNoHarm()
{
    for (const qint64 ms : {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), -(qint64(1) << 53),
             qint64(1) << 53, qint64(0)}) {
        Story story = Story::declared();
        story.says(Resolve{});
        for (std::size_t n = 0; n < story.events().size(); ++n) {
            std::vector<Event> events = story.events();
            Envelope envelope = events[n].envelope;
            envelope.occurredAt = envelope.recordedAt = fromMs(ms);
            envelope.hlc = ms;
            events[n] = decode(envelope);
            const IncidentState state = fold(events);
            QCOMPARE(broken(state), QString());
            lookAtEverything(state);
        }
    }
}

QTEST_APPLESS_MAIN(TstTotality)
#include "tst_totality.moc"
