// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "support/storefolder.h"

#include "incident/codec.h"
#include "journal/search.h"

#include <QElapsedTimer>

using namespace warroom;
using namespace warroom::support;
using namespace std::chrono_literals;

namespace {

QStringList found(journal::Store& store, const QString& words)
{
    QStringList texts;
    const auto hits = journal::search(store.database(), words);
    if (!hits)
        qFatal("%s: %s", qPrintable(words), qPrintable(hits.error().detail));
    for (const journal::Hit& hit : *hits)
        texts += incident::proseText(hit.event.body);
    return texts;
}

} // namespace

/// Finding an entry of any incident by its words.
class TestSearch : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void noTextIsAnError_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("hits");
        const auto type = [](const char* text, int hits) { QTest::newRow(text) << QString::fromUtf8(text) << hits; };
        type("v2.2.0", 1);
        type("gen_tcp:recv/3", 1);
        type("don't", 1);
        type("\"", 0);
        type("*", 0);
        type("NEAR(", 0);
        type("NEAR(pool, saturated)", 0);
        type("pool AND", 0);
        type("pool OR saturated", 0);
        type("NOT pool", 0);
        type("text:pool", 0);
        type("pool*", 1);
        type("^pool", 1);
        type("{pool}", 1);
        type("\"pool saturated", 1);
        type("pool + saturated", 1);
        type("--", 0);
        type("'; DROP TABLE entry; --", 0);
        type("", 0);
        type("   ", 0);
        type("😀", 0);
        type("pool 😀", 1);
        type("größe", 1);
        type("GROSSE", 0);
        type("Größe", 1);
        type("日本語", 1);
        type("a\"b\"c", 0);
    }
    void noTextIsAnError()
    {
        QFETCH(QString, typed);
        QFETCH(int, hits);
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store, QStringLiteral("Websockets down"));
        for (const char* text : {"pool saturated 😀 since", "gen_tcp:recv/3 hangs", "deployed v2.2.0", "we don't know",
                 "Größe 42", "日本語 テキスト"})
            QVERIFY(store->perform(room.note(incident, QString::fromUtf8(text))).ok());
        const QStringList texts = found(*store, typed);
        QVERIFY2(texts.size() == hits, qPrintable(texts.join(QLatin1Char('|'))));
    }

    void u0000AndLoneSurrogatesAreNoErrorEither()
    {
        StoreFolder room;
        const auto store = room.open();
        room.declared(*store);
        QCOMPARE(found(*store, QString(QChar(0xd800)) + QStringLiteral(" pool")).size(), 1);
        QCOMPARE(found(*store, QStringLiteral("po") + QChar(0) + QStringLiteral("ol")).size(), 1);
    }

    void theLastWordIsABeginningFromThreeLettersOn()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        QVERIFY(store->perform(room.note(incident, QStringLiteral("supervisor restarted"))).ok());
        QCOMPARE(found(*store, QStringLiteral("supervisor rest")).size(), 1);
        QCOMPARE(found(*store, QStringLiteral("sup")).size(), 1);
        QCOMPARE(found(*store, QStringLiteral("su")).size(), 0);
        QCOMPARE(found(*store, QStringLiteral("superv restarted")).size(), 0); // only the last one
        QCOMPARE(found(*store, QStringLiteral("SUPERVISOR")).size(), 1);
    }

    void theWordsFoundStandInTheText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("marked");
        const auto row = [](const char* name, const char* text, const char* typed, const QStringList& marked) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(typed) << marked;
        };
        row("everywhere", "Pool full, pool empty", "pool", {QStringLiteral("Pool"), QStringLiteral("pool")});
        row("each word", "red green blue", "blue red", {QStringLiteral("red"), QStringLiteral("blue")});
        row("the beginning of the last", "restarted", "rest", {QStringLiteral("restarted")});
        row("not of another", "superv restarted", "sup restarted", {QStringLiteral("restarted")});
        row("two letters are a word", "su supervisor", "su", {QStringLiteral("su")});
        row("several tokens", "deployed v2.2.0 to all", "v2.2.0", {QStringLiteral("v2.2.0")});
        row("without accents", "Größe 42", "grosse", {});
        row("accents", "Prüfung", "prufung", {QStringLiteral("Prüfung")});
        row("signs", "pool (full)", "\"full\"", {QStringLiteral("full")});
        row("nothing", "pool", "--", {});
    }
    void theWordsFoundStandInTheText()
    {
        QFETCH(QString, text);
        QFETCH(QString, typed);
        QFETCH(QStringList, marked);
        QStringList marks;
        for (const auto& [start, length] : journal::wordsFound(text, typed))
            marks += text.mid(start, length);
        QCOMPARE(marks, marked);
    }

    void everyWordMustBeThere()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store, QStringLiteral("one"));
        QVERIFY(store->perform(room.note(incident, QStringLiteral("red green"))).ok());
        QVERIFY(store->perform(room.note(incident, QStringLiteral("green blue"))).ok());
        QCOMPARE(found(*store, QStringLiteral("green red")), QStringList{QStringLiteral("red green")});
        QCOMPARE(found(*store, QStringLiteral("red blue")), QStringList());
    }

    void theNewestStandsFirstWithItsIncident()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId first = room.declared(*store, QStringLiteral("one"));
        const IncidentId second = room.declared(*store, QStringLiteral("two"));
        const auto note = [&](IncidentId incident, const char* text, std::chrono::minutes ago) {
            incident::Submission said = room.note(incident, QLatin1String(text));
            said.occurredAt -= ago;
            QVERIFY(store->perform(said).ok());
        };
        note(first, "pool b", 10min);
        note(second, "pool c", 5min);
        note(first, "pool a", 20min);
        QCOMPARE(found(*store, QStringLiteral("pool")),
            (QStringList{QStringLiteral("pool c"), QStringLiteral("pool b"), QStringLiteral("pool a")}));
        const auto hits = journal::search(store->database(), QStringLiteral("pool"));
        QCOMPARE((*hits)[0].label, QStringLiteral("INC-2026-01-31-002"));
        QCOMPARE((*hits)[1].label, QStringLiteral("INC-2026-01-31-001"));
        QCOMPARE((*hits)[0].event.envelope.incident, second);
    }

    void titlesUpdatesAndAmendmentsAreFoundAndPeopleAreNot()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store, QStringLiteral("Websockets down"));
        const EntryId note = done(store->perform(room.note(incident, QStringLiteral("typpo")))).act;
        QVERIFY(store->perform(room.say(incident, incident::AmendEntry{note, {}, QStringLiteral("typo")})).ok());
        QVERIFY(store->perform(room.say(incident, incident::SendUpdate{{}, {}, {}, QStringLiteral("told all")})).ok());
        QCOMPARE(found(*store, QStringLiteral("websockets")).size(), 1);
        QCOMPARE(found(*store, QStringLiteral("typo")).size(), 1);
        QCOMPARE(found(*store, QStringLiteral("told")).size(), 1);
        QCOMPARE(found(*store, QStringLiteral("Ana")).size(), 0);
    }

    void twoHundredAtMostAndSoonEnough()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store, QStringLiteral("one"));
        QVERIFY(store->perform(room.note(incident, QStringLiteral("common"))).ok());
        // 5,000 rows at once; only what the search reads has to be right.
        QVERIFY(
            store->database()
                .exec(QStringLiteral(
                    "WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM count WHERE n<5000) "
                    "INSERT INTO entry SELECT 1000+n, 'id'||n, incident, act, origin, 1000+n, hlc+n, type, version, "
                    "actor, occurred_at+n, recorded_at, basis, facts, prose, prose_hash, hash "
                    "FROM entry, count WHERE type='noted'"))
                .ok());
        QVERIFY(store->database()
                    .exec(QStringLiteral("INSERT INTO entry_text(rowid, text) SELECT seq, 'common' FROM entry "
                                         "WHERE seq>1000"))
                    .ok());
        QElapsedTimer timer;
        timer.start();
        const auto hits = journal::search(store->database(), QStringLiteral("common"));
        const qint64 took = timer.elapsed();
        QCOMPARE(hits->size(), std::size_t(200));
        QCOMPARE(hits->front().event.envelope.originSeq, 6000);
        qInfo("200 of 5,001 hits in %lld ms", static_cast<long long>(took));
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
