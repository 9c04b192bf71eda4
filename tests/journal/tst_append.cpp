// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/codec.h"
#include "journal/database.h"
#include "journalstory.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::journal;
using support::JournalStory;

namespace {

QList<qint64> column(Store& store, const char* name)
{
    QList<qint64> all;
    const Result<void> read = store.database().each(u"SELECT %1 FROM entry ORDER BY seq"_s.arg(QLatin1String(name)), {},
        [&](const QSqlQuery& row) { all += row.value(0).toLongLong(); });
    return read ? all : QList<qint64>();
}

} // namespace

/// The columns that give an entry its place, and what guards them.
class TestAppend : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void numbersOfAnOriginAreDense();
    void theClockOfTheLogNeverGoesBack();
    void aClockADayAheadDoesNotDragTheOthers();
    void nowGoesOnWhereTheLogHasBeen();
    void durabilityIsAsPromised();
    void strangersCannotChangeARow_data();
    void strangersCannotChangeARow();
    void aLongLogIsMovedIntoTheDatabase();
    void aCopyGoesOnAsAnotherOrigin();
};

void TestAppend::numbersOfAnOriginAreDense()
{
    JournalStory story;
    const auto store = story.open();
    const IncidentId incident = story.declare(*store);
    for (int i = 0; i < 5; ++i)
        story.note(*store, incident, u"x"_s);
    const QList<qint64> numbers = column(*store, "origin_seq");
    for (qsizetype i = 0; i < numbers.size(); ++i)
        QCOMPARE(numbers[i], i + 1);
}

void TestAppend::theClockOfTheLogNeverGoesBack()
{
    JournalStory story;
    const auto store = story.open();
    const IncidentId incident = story.declare(*store);
    story.clock.advance(std::chrono::hours(-2));
    story.note(*store, incident, u"an hour that was there before"_s);
    story.clock.advance(std::chrono::hours(3));
    story.note(*store, incident, u"later"_s);
    const QList<qint64> clocks = column(*store, "hlc");
    for (qsizetype i = 1; i < clocks.size(); ++i)
        QVERIFY(clocks[i] > clocks[i - 1]);
    QCOMPARE(clocks.last() >> 16, toMs(story.clock.now()));
}

void TestAppend::aClockADayAheadDoesNotDragTheOthers()
{
    JournalStory story;
    const auto store = story.open();
    story.clock.set("2099-01-01T00:00:00Z");
    const IncidentId incident = story.declare(*store);
    story.clock.set("2026-01-31T14:23:00Z");
    story.note(*store, incident, u"back in time"_s);
    QCOMPARE(column(*store, "hlc").last() >> 16, toMs(story.clock.now()));
    QCOMPARE(*store->now(), story.clock.now());
}

void TestAppend::nowGoesOnWhereTheLogHasBeen()
{
    JournalStory story;
    const auto store = story.open();
    story.declare(*store);
    const Instant declared = story.clock.now();
    story.clock.advance(std::chrono::hours(-1));
    QCOMPARE(*store->now(), declared);
    story.clock.advance(std::chrono::hours(2));
    QCOMPARE(*store->now(), story.clock.now());
}

void TestAppend::durabilityIsAsPromised()
{
    JournalStory story;
    const auto store = story.open();
    const auto pragma = [&](const char* name) {
        return store->database().value(u"PRAGMA %1"_s.arg(QLatin1String(name)))->toString();
    };
    QCOMPARE(pragma("journal_mode"), u"wal"_s);
    QCOMPARE(pragma("synchronous"), u"2"_s);
    QCOMPARE(pragma("wal_autocheckpoint"), u"0"_s);
    QCOMPARE(pragma("foreign_keys"), u"1"_s);
    QCOMPARE(pragma("secure_delete"), u"1"_s);
    QCOMPARE(pragma("trusted_schema"), u"0"_s);
    QCOMPARE(pragma("recursive_triggers"), u"1"_s);
    QCOMPARE(pragma("busy_timeout"), u"5000"_s);
}

void TestAppend::strangersCannotChangeARow_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("delete") << u"DELETE FROM entry WHERE seq=1"_s;
    QTest::newRow("facts") << u"UPDATE entry SET facts='{}' WHERE seq=1"_s;
    QTest::newRow("time") << u"UPDATE entry SET occurred_at=1 WHERE seq=1"_s;
    QTest::newRow("prose") << u"UPDATE entry SET prose='{}' WHERE seq=1"_s;
    QTest::newRow("prose that nobody redacted") << u"UPDATE entry SET prose=NULL WHERE seq=1"_s;
    QTest::newRow("replace") << u"INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE seq=1"_s;
    QTest::newRow("replace the number") << u"INSERT OR REPLACE INTO entry SELECT 99, 'x', incident, act, origin, "
                                           "origin_seq, hlc, type, version, actor, occurred_at, recorded_at, basis, "
                                           "facts, prose, prose_hash, hash FROM entry WHERE seq=1"_s;
    QTest::newRow("content gone") << u"DELETE FROM content"_s;
    QTest::newRow("content emptied") << u"UPDATE content SET bytes=NULL"_s;
}

void TestAppend::strangersCannotChangeARow()
{
    QFETCH(QString, sql);
    JournalStory story;
    {
        const auto store = story.open();
        story.declare(*store);
    }
    const QByteArray before = story.sqlite(u"SELECT * FROM entry; SELECT * FROM content"_s);
    const QByteArray answer = story.sqlite(sql);
    QVERIFY2(answer.contains("Error"), answer.constData());
    QCOMPARE(story.sqlite(u"SELECT * FROM entry; SELECT * FROM content"_s), before);
}

void TestAppend::aLongLogIsMovedIntoTheDatabase()
{
    JournalStory story;
    const auto store = story.open();
    const IncidentId incident = story.declare(*store);
    const QString text(90'000, u'x');
    qint64 largest = 0;
    const auto size = [&] { return QFileInfo(story.folder().writeAheadLog()).size(); };
    for (int i = 0; i < 60; ++i) {
        story.note(*store, incident, text);
        largest = std::max(largest, size());
    }
    QVERIFY(largest < 5 << 20);
    QVERIFY(QFileInfo(story.folder().database()).size() > 3 << 20);
}

void TestAppend::aCopyGoesOnAsAnotherOrigin()
{
    JournalStory story;
    IncidentId incident;
    {
        const auto store = story.open();
        incident = story.declare(*store);
    }
    const QString copy = story.folder().database() + u".copy"_s;
    story.sqlite(u"VACUUM INTO '%1'"_s.arg(copy));
    QVERIFY(QFile::remove(story.folder().database()));
    QVERIFY(QFile::rename(copy, story.folder().database()));
    const auto store = story.open();
    story.note(*store, incident, u"in the copy"_s);
    QCOMPARE(store->database().value(u"SELECT count(DISTINCT origin) FROM entry"_s)->toInt(), 2);
    QCOMPARE(column(*store, "origin_seq").last(), 1);
}

QTEST_GUILESS_MAIN(TestAppend)
#include "tst_append.moc"
