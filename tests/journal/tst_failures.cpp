// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "support/storefolder.h"

#include "journal/storelock.h"
#include "journal/verify.h"

#include <QElapsedTimer>
#include <QFileInfo>

using namespace warroom;
using namespace warroom::support;
using journal::Store;

namespace {

int countNotes(Store& store)
{
    const auto count = store.database().value(QStringLiteral("SELECT count(*) FROM entry WHERE type='noted'"));
    return count ? count->toInt() : -1;
}

} // namespace

/// A disk that fails: nothing is called saved that is not, nothing is written twice, and it goes on afterwards.
class TestFailures : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aDeletedStoreIsNotWrittenInto()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        QVERIFY(QFile::rename(room.folder().database(), room.folder().database() + QStringLiteral(".away")));
        const incident::Submission note = room.note(incident, QStringLiteral("into nothing"));
        QCOMPARE(store->perform(note).error(), (Error{ErrorCode::StoreGone, room.folder().database()}));
        QCOMPARE(countNotes(*store), 0);
        QVERIFY(QFile::rename(room.folder().database() + QStringLiteral(".away"), room.folder().database()));
        QVERIFY(store->perform(note).ok()); // put back, it is the same store
    }

    void aReplacedStoreIsNotWrittenInto()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const QString file = room.folder().database();
        QVERIFY(QFile::copy(file, file + QStringLiteral(".copy")));
        QVERIFY(QFile::remove(file));
        QVERIFY(QFile::rename(file + QStringLiteral(".copy"), file));
        QCOMPARE(
            store->perform(room.note(incident, QStringLiteral("into the old one"))).error().code, ErrorCode::StoreGone);
    }

    void aDeletedWriteAheadLogIsNotWrittenInto()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const QString log = room.folder().writeAheadLog();
        QVERIFY(QFile::rename(log, log + QStringLiteral(".away")));
        const incident::Submission note = room.note(incident, QStringLiteral("into nothing"));
        QCOMPARE(store->perform(note).error(), (Error{ErrorCode::StoreGone, log}));
        QCOMPARE(countNotes(*store), 0);
        QVERIFY(QFile::rename(log + QStringLiteral(".away"), log));
        QVERIFY(store->perform(note).ok());
    }

    void aFolderThatWentAwayIsSaid()
    {
        StoreFolder room;
        auto store = room.open();
        const IncidentId incident = room.declared(*store);
        QVERIFY(QFile::rename(room.folder().path, room.folder().path + QStringLiteral("-away")));
        QCOMPARE(store->perform(room.note(incident, QStringLiteral("nowhere"))).error().code, ErrorCode::StoreGone);
        store.reset();
        QVERIFY(!QFile::exists(room.folder().path));
    }

    void aHeldLockIsBusyAndWritesNothing()
    {
        StoreFolder room;
        auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const incident::Submission note = room.note(incident, QStringLiteral("waits"));
        {
            const auto held = journal::StoreLock::take(room.folder().lock());
            QVERIFY(held.ok());
            QCOMPARE(store->perform(note).error().code, ErrorCode::StoreBusy);
            QCOMPARE(countNotes(*store), 0);
        }
        QVERIFY(store->perform(note).ok());
        QCOMPARE(countNotes(*store), 1);
    }

    void closingDoesNotWaitForAHeldLock()
    {
        StoreFolder room;
        auto store = room.open();
        room.declared(*store);
        const auto held = journal::StoreLock::take(room.folder().lock());
        QElapsedTimer timer;
        timer.start();
        store.reset();
        QVERIFY2(timer.elapsed() < 2500, qPrintable(QString::number(timer.elapsed())));
    }

    void aFullDatabaseIsSaidAndGoesOnLater()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const incident::Submission note = room.note(incident, QString(90'000, QLatin1Char('n')));
        const QVariant pages = *store->database().value(QStringLiteral("PRAGMA page_count"));
        QVERIFY(store->database().value(QStringLiteral("PRAGMA max_page_count=%1").arg(pages.toInt())).ok());
        QCOMPARE(store->perform(note).error().code, ErrorCode::StoreFull);
        QCOMPARE(countNotes(*store), 0);
        QVERIFY(store->database().value(QStringLiteral("PRAGMA max_page_count=1000000")).ok());
        QVERIFY(!done(store->perform(note)).repeated);
        QCOMPARE(countNotes(*store), 1);
        QVERIFY(journal::verify(store->database())->flaws.empty());
    }

    void aWriteThatFailsIsNotSavedAndGoesInOnceLater()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const incident::Submission note = room.note(incident, QString(20'000, QLatin1Char('n')));
        {
            const FileSizeLimit limit(rlim_t(room.logSize()) + 4096);
            QCOMPARE(store->perform(note).error().code, ErrorCode::StoreWrite);
            QCOMPARE(store->perform(note).error().code, ErrorCode::StoreWrite);
            QCOMPARE(countNotes(*store), 0);
        }
        QVERIFY(!done(store->perform(note)).repeated);
        QVERIFY(done(store->perform(note)).repeated);
        QCOMPARE(countNotes(*store), 1);
        QVERIFY(journal::verify(store->database())->flaws.empty());
        QCOMPARE(store->database().value(QStringLiteral("PRAGMA integrity_check"))->toString(), QStringLiteral("ok"));
    }

    void aStoreThatCannotBeMadeLeavesNoHalf()
    {
        StoreFolder room;
        {
            const FileSizeLimit limit(40'000);
            QVERIFY(room.refusal().has_value());
        }
        QVERIFY(!QFile::exists(room.folder().database()));
        QVERIFY(room.open()->incidents()->empty());
    }

    void aLargeLogIsMovedIntoTheFile()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const QString text(50'000, QLatin1Char('n'));
        qint64 largest = 0;
        bool emptied = false;
        for (int i = 0; i < 80; ++i) {
            QVERIFY(store->perform(room.note(incident, text)).ok());
            emptied = emptied || room.logSize() < largest;
            largest = std::max(largest, room.logSize());
        }
        QVERIFY(emptied);
        QVERIFY2(largest < (4 << 20) + 500'000, qPrintable(QString::number(largest)));
        QCOMPARE(countNotes(*store), 80);
    }

    void aReaderHoldsTheLogAndNothingElse()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        RawConnection reader(room.folder().database());
        QCOMPARE(reader.exec(QStringLiteral("BEGIN")), QString());
        const int seen = reader.value(QStringLiteral("SELECT count(*) FROM entry")).toInt();
        const QString text(50'000, QLatin1Char('n'));
        for (int i = 0; i < 50; ++i)
            QVERIFY(store->perform(room.note(incident, text)).ok());
        QVERIFY(room.logSize() > (4 << 20));
        QCOMPARE(reader.value(QStringLiteral("SELECT count(*) FROM entry")).toInt(), seen);
        QCOMPARE(reader.exec(QStringLiteral("COMMIT")), QString());
        QVERIFY(store->perform(room.note(incident, text)).ok());
        QCOMPARE(room.logSize(), 0);
    }
};

QTEST_GUILESS_MAIN(TestFailures)
#include "tst_failures.moc"
