// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "support/storefolder.h"

#include <algorithm>
#include <thread>

using namespace warroom;
using namespace warroom::support;
using namespace std::chrono_literals;
using journal::Receipt;
using journal::Store;

namespace {

qint64 hlcAt(Instant wall) { return toMs(wall) << 16; }

QVariantList column(Store& store, const char* sql)
{
    QVariantList values;
    const auto read =
        store.database().each(QLatin1String(sql), {}, [&](const QSqlQuery& row) { values += row.value(0); });
    return read ? values : QVariantList{QStringLiteral("failed")};
}

QVariant only(Store& store, const char* sql) { return column(store, sql).value(0); }

} // namespace

/// What an act leaves on disk, and when it leaves nothing.
class TestStore : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void anActIsWrittenWholeAndRead()
    {
        StoreFolder room;
        const auto store = room.open();
        const incident::Submission declare = room.declare(QStringLiteral("Pool is full"));
        const Receipt receipt = done(store->perform(declare));
        QCOMPARE(receipt.act, declare.act);
        QCOMPARE(receipt.entries.size(), std::size_t(3)); // declared, playbook adopted, Ana introduced
        QCOMPARE(receipt.entries[0], declare.act);
        QCOMPARE(receipt.entries[2], following(declare.act, 2));
        QVERIFY(!receipt.repeated && !receipt.erasing);
        QCOMPARE(column(*store, "SELECT DISTINCT act FROM entry"), QVariantList{declare.act.text()});

        QVERIFY(store->refresh(declare.incident).ok());
        QCOMPARE(store->state(declare.incident).title.value, QStringLiteral("Pool is full"));
        QCOMPARE(store->state(declare.incident).label, QStringLiteral("INC-2026-01-31-001"));
    }

    void theCallersIdIsTheActs()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        incident::Submission note = room.note(incident, QStringLiteral("pool full"));
        note.command = incident::Note{incident::NoteKind::Note, QStringLiteral("pool full"), true};
        const Receipt receipt = done(store->perform(note));
        QCOMPARE(receipt.entries, (std::vector<EntryId>{note.act, following(note.act, 1)})); // the note and its star
    }

    void aRefusalWritesNothing()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const QVariant before = only(*store, "SELECT count(*) FROM entry");
        const Result<Receipt> refused =
            store->perform(room.say(incident, incident::ChangeSeverity{QStringLiteral("P9"), {}}));
        QCOMPARE(refused.error(), (Error{ErrorCode::UnknownSeverity, QStringLiteral("P9")}));
        const Receipt same =
            done(store->perform(room.say(incident, incident::ChangeSeverity{QStringLiteral("P0"), {}})));
        QVERIFY(same.entries.empty());
        QCOMPARE(only(*store, "SELECT count(*) FROM entry"), before);
        QVERIFY(store->perform(room.note(incident, QStringLiteral("goes on"))).ok());
    }

    void sayingTheSameActAgainIsASuccessOnce()
    {
        StoreFolder room;
        const incident::Submission declare = room.declare(QStringLiteral("Pool is full"));
        const Receipt first = done(room.open()->perform(declare));
        const auto store = room.open(); // as after a crash before the answer
        const Receipt again = done(store->perform(declare));
        QVERIFY(again.repeated);
        QCOMPARE(again.entries, first.entries);
        QCOMPARE(only(*store, "SELECT count(*) FROM entry").toInt(), 3);
        QCOMPARE(only(*store, "SELECT sum(last) FROM label").toInt(), 1);
        QVERIFY(*store->holds(declare.act));
        QVERIFY(!*store->holds(following(declare.act, 1)));
    }

    void anIdOfAnotherActIsTaken()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const incident::Submission note = room.note(incident, QStringLiteral("one"));
        QVERIFY(store->perform(note).ok());
        incident::Submission later = note;
        later.occurredAt -= 1min;
        QCOMPARE(store->perform(later).error().code, ErrorCode::IdTaken);
        incident::Submission elsewhere = note;
        elsewhere.incident = room.declared(*store);
        QCOMPARE(store->perform(elsewhere).error().code, ErrorCode::IdTaken);
        // An id inside another act cannot be written either.
        incident::Submission inside = room.note(incident, QStringLiteral("two"));
        inside.act = following(incident::Submission(note).act, 0);
        inside.occurredAt -= 1s;
        QVERIFY(!store->perform(inside).ok());
        QCOMPARE(only(*store, "SELECT count(*) FROM entry WHERE type='noted'").toInt(), 1);
    }

    void anAuthorWhoWasOvertakenIsTold()
    {
        StoreFolder room;
        const auto mine = room.open();
        const IncidentId incident = room.declared(*mine);
        QVERIFY(mine->refresh(incident).ok());
        const incident::Submission severe = room.say(incident, incident::ChangeSeverity{QStringLiteral("P1"), {}});
        const auto seen = incident::decide(mine->state(incident), severe, room.clock.now());
        QVERIFY(seen.ok());

        const auto others = room.open();
        QVERIFY(others->perform(room.note(incident, QStringLiteral("this changes nothing for the severity"))).ok());
        const incident::Submission alike = room.say(incident, severe.command);
        QVERIFY(!done(mine->perform(alike, incident::decide(mine->state(incident), alike, room.clock.now()).value()))
                     .entries.empty());

        // Now it is P1 already: what the author decided is not what the store decides.
        const Result<Receipt> overtaken = mine->perform(severe, *seen);
        QCOMPARE(overtaken.error().code, ErrorCode::ChangedMeanwhile);
        QCOMPARE(only(*mine, "SELECT count(*) FROM entry WHERE type='severity-changed'").toInt(), 1);
    }

    void basisIsWhatTheAuthorSaw()
    {
        StoreFolder room;
        const auto mine = room.open();
        const IncidentId incident = room.declared(*mine);
        QVERIFY(mine->refresh(incident).ok());
        const incident::Submission impact = room.say(incident, incident::DescribeImpact{QStringLiteral("all of it")});
        const auto seen = incident::decide(mine->state(incident), impact, room.clock.now());
        const Receipt other =
            done(room.open()->perform(room.say(incident, incident::DescribeImpact{QStringLiteral("half of it")})));
        QVERIFY(mine->perform(impact, *seen).ok());
        QVERIFY(mine->refresh(incident).ok());
        QCOMPARE(mine->state(incident).conflicts.size(), std::size_t(1));
        QCOMPARE(mine->state(incident).conflicts.front().other, other.act);
    }

    void theLogicalClockNeverGoesBack()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const Instant noon = room.clock.wall;
        room.clock.wall = noon - 2h;
        QCOMPARE(*store->now(), noon); // defaults go on from what was seen
        QVERIFY(store->perform(room.note(incident, QStringLiteral("the clock was set back"))).ok());
        room.clock.wall = noon + 1min;
        QVERIFY(store->perform(room.note(incident, QStringLiteral("and forward"))).ok());
        const QVariantList clocks = column(*store, "SELECT hlc FROM entry ORDER BY seq");
        QVERIFY(std::is_sorted(clocks.begin(), clocks.end(),
            [](const QVariant& a, const QVariant& b) { return a.toLongLong() < b.toLongLong(); }));
        QCOMPARE(QSet<qint64>({clocks[0].toLongLong(), clocks[1].toLongLong(), clocks[2].toLongLong(),
                     clocks[3].toLongLong(), clocks[4].toLongLong()}),
            QSet<qint64>({hlcAt(noon), hlcAt(noon) + 1, hlcAt(noon) + 2, hlcAt(noon) + 3, hlcAt(noon + 1min)}));
        QCOMPARE(
            only(*store, "SELECT recorded_at FROM entry ORDER BY seq DESC LIMIT 1").toLongLong(), toMs(noon + 1min));
    }

    void aClockADayAheadIsHeldOut()
    {
        StoreFolder room;
        const auto store = room.open();
        const Instant today = room.clock.wall;
        room.clock.wall = today + 25h;
        const IncidentId incident = room.declared(*store);
        room.clock.wall = today;
        QCOMPARE(*store->now(), today);
        QVERIFY(store->perform(room.note(incident, QStringLiteral("today"))).ok());
        QCOMPARE(only(*store, "SELECT hlc FROM entry ORDER BY seq DESC LIMIT 1").toLongLong(), hlcAt(today));
    }

    void aClockLessThanADayAheadCounts()
    {
        StoreFolder room;
        const auto store = room.open();
        const Instant today = room.clock.wall;
        room.clock.wall = today + 23h;
        const IncidentId incident = room.declared(*store);
        room.clock.wall = today;
        QCOMPARE(*store->now(), today + 23h);
        QVERIFY(store->perform(room.note(incident, QStringLiteral("today"))).ok());
        QVERIFY(only(*store, "SELECT hlc FROM entry ORDER BY seq DESC LIMIT 1").toLongLong() > hlcAt(today + 23h));
    }

    void numbersOfAnOriginAreDense()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        for (int i = 0; i < 5; ++i) {
            QVERIFY(store->perform(room.note(incident, QStringLiteral("note"))).ok());
            QVERIFY(!store->perform(room.note(incident, QString())).ok());
        }
        QVERIFY(room.open()->perform(room.note(incident, QStringLiteral("another connection"))).ok());
        QCOMPARE(only(*store, "SELECT count(DISTINCT origin) FROM entry").toInt(), 1);
        QCOMPARE(only(*store, "SELECT min(origin_seq) FROM entry").toInt(), 1);
        QCOMPARE(only(*store, "SELECT max(origin_seq) FROM entry"), only(*store, "SELECT count(*) FROM entry"));
    }

    void aCopyOfTheFileIsAnotherOrigin()
    {
        StoreFolder room;
        room.declared(*room.open());
        const QString file = room.folder().database();
        QVERIFY(QFile::copy(file, file + QStringLiteral(".copy"))); // nothing has it open
        QVERIFY(QFile::rename(file, file + QStringLiteral(".old")));
        QVERIFY(QFile::rename(file + QStringLiteral(".copy"), file));
        const auto store = room.open();
        room.declared(*store, QStringLiteral("after the copy"));
        QCOMPARE(only(*store, "SELECT count(DISTINCT origin) FROM entry").toInt(), 2);
        QCOMPARE(only(*store, "SELECT group_concat(n) FROM (SELECT max(origin_seq) AS n FROM entry GROUP BY origin)")
                     .toString(),
            QStringLiteral("3,3"));
        QCOMPARE(only(*store, "SELECT last FROM label").toInt(), 2);
    }

    void otherConnectionsAreReadOnTheNextRefresh()
    {
        StoreFolder room;
        const auto mine = room.open();
        const auto others = room.open();
        const IncidentId incident = room.declared(*others);
        QVERIFY(*mine->refresh(incident) == incident::Log::Change::Appended);
        QVERIFY(*mine->refresh(incident) == incident::Log::Change::None);
        const Receipt note = done(others->perform(room.note(incident, QStringLiteral("from elsewhere"))));
        QVERIFY(!mine->state(incident).entry(note.act));
        QVERIFY(*mine->refresh(incident) == incident::Log::Change::Appended);
        QVERIFY(mine->state(incident).entry(note.act));
        QVERIFY(others->refresh(incident).ok());
        QVERIFY(mine->state(incident) == others->state(incident));
        QVERIFY(others->perform(room.say(incident, incident::RetractAct{note.act, {}})).ok());
        QVERIFY(*mine->refresh(incident) == incident::Log::Change::Refolded);
        QVERIFY(mine->state(incident).entry(note.act)->retracted);
    }

    void aContentIsKeptOnce()
    {
        StoreFolder room;
        const auto store = room.open();
        room.declared(*store);
        room.declared(*store, QStringLiteral("the same playbook again"));
        QCOMPARE(only(*store, "SELECT count(*) FROM content").toInt(), 1);
        const QString sha256 = only(*store, "SELECT sha256 FROM content").toString();
        QCOMPARE(**store->content(sha256), QByteArrayLiteral("name: standard\n"));
        QVERIFY(!store->content(QStringLiteral("unheard of"))->has_value());
    }

    void threadsWithConnectionsOfTheirOwnLoseNothing()
    {
        StoreFolder room;
        const IncidentId incident = room.declared(*room.open());
        constexpr int writers = 3;
        constexpr int notes = 40;
        std::vector<std::thread> threads;
        std::atomic<int> failed = 0;
        for (int w = 0; w < writers; ++w) {
            threads.emplace_back([&] {
                const auto store = room.open();
                for (int i = 0; i < notes; ++i)
                    failed += store->perform(room.note(incident, QStringLiteral("at once"))).ok() ? 0 : 1;
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(failed.load(), 0);
        const auto store = room.open();
        QCOMPARE(only(*store, "SELECT count(*) FROM entry WHERE type='noted'").toInt(), writers * notes);
        QCOMPARE(only(*store, "SELECT count(DISTINCT hlc) FROM entry"), only(*store, "SELECT count(*) FROM entry"));
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
