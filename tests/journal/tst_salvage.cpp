// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "support/storefolder.h"

#include "journal/salvage.h"
#include "journal/search.h"
#include "journal/verify.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

using namespace warroom;
using namespace warroom::support;
using journal::Salvaged;

namespace {

constexpr int pageSize = 4096;

/// A log of so many notes, closed.
IncidentId fill(StoreFolder& room, int notes)
{
    const auto store = room.open();
    const IncidentId incident = room.declared(*store);
    // Nobody cuts the power here.
    if (!store->database().exec(QStringLiteral("PRAGMA synchronous=OFF")))
        qFatal("cannot hurry");
    for (int i = 0; i < notes; ++i) {
        const QString text = QStringLiteral("note %1 ").arg(i) + QString(200, QLatin1Char('n'));
        done(store->perform(room.note(incident, text)));
    }
    return incident;
}

void destroy(const QString& path, const QList<int>& pages)
{
    QFile file(path);
    if (!file.open(QFile::ReadWrite))
        qFatal("cannot open %s", qPrintable(path));
    for (const int page : pages) {
        file.seek(qint64(page - 1) * pageSize);
        file.write(QByteArray(pageSize, '\x5a'));
    }
}

/// The pages that hold the entries themselves.
QList<int> pagesOf(const QString& path, const char* table)
{
    RawConnection raw(path);
    QList<int> pages;
    const QString sql =
        QStringLiteral("SELECT pageno FROM dbstat WHERE name='%1' AND pagetype='leaf'").arg(QLatin1String(table));
    for (const QVariant& page : raw.column(sql))
        pages += page.toInt();
    return pages;
}

} // namespace

/// What a damaged log still says is got back.
class TestSalvage : public QuietTest
{
    Q_OBJECT

private:
    Result<Salvaged> salvage(StoreFolder& from, StoreFolder& to)
    {
        return journal::salvage(from.folder(), to.folder(), from.clock, from.ids);
    }

private Q_SLOTS:
    void aSoundLogComesBackWhole()
    {
        StoreFolder from;
        StoreFolder to;
        const IncidentId incident = fill(from, 50);
        QCOMPARE(*salvage(from, to), (Salvaged{53, 0, 1, 0})); // 50 notes, declared, playbook adopted, Ana introduced
        const auto store = to.open();
        QCOMPARE(store->incidents()->front().label, QStringLiteral("INC-2026-01-31-001"));
        QVERIFY(store->refresh(incident).ok());
        QCOMPARE(store->state(incident).title.value, QStringLiteral("Pool is full"));
        QVERIFY(journal::verify(store->database())->flaws.empty());
        QCOMPARE(journal::search(store->database(), QStringLiteral("note 49"))->size(), std::size_t(1));
        // The number after the last that was given.
        const IncidentId next = to.declared(*store, QStringLiteral("Again"));
        QVERIFY(store->refresh(next).ok());
        QCOMPARE(store->state(next).label, QStringLiteral("INC-2026-01-31-002"));
    }

    void whatStandsInTheWriteAheadLogComesBackToo()
    {
        StoreFolder from;
        StoreFolder to;
        const auto open = from.open();
        const IncidentId incident = from.declared(*open);
        done(open->perform(from.note(incident, QStringLiteral("not checkpointed"))));
        QVERIFY(from.logSize() > 0);
        QCOMPARE(salvage(from, to)->entries, 4);
    }

    void destroyedPagesCostTheirEntriesOnly()
    {
        StoreFolder from;
        StoreFolder to;
        fill(from, 2000);
        const QString path = from.folder().database();
        QList<int> pages = pagesOf(path, "entry");
        QVERIFY(pages.size() > 100);
        QRandomGenerator random(7);
        QList<int> gone;
        for (int i = 0; i < pages.size() / 25; ++i)
            gone += pages.takeAt(int(random.bounded(1, int(pages.size()))));
        destroy(path, gone);
        const Result<Salvaged> salvaged = salvage(from, to);
        QVERIFY(salvaged.ok());
        QCOMPARE(salvaged->entries + salvaged->missing, 2003);
        QVERIFY(salvaged->missing > 0);
        QVERIFY2(salvaged->entries >= 2003 * 95 / 100, qPrintable(QString::number(salvaged->entries)));
        // What came back is as it was written, but for the gaps.
        const auto verified = journal::verify(to.open()->database());
        for (const journal::Flaw& flaw : verified->flaws)
            QVERIFY(flaw.kind == journal::Flaw::Kind::Gap);
    }

    void aDestroyedIndexCostsNothing()
    {
        StoreFolder from;
        StoreFolder to;
        fill(from, 500);
        const QString path = from.folder().database();
        destroy(path, pagesOf(path, "entry_hlc") + pagesOf(path, "entry_incident"));
        QCOMPARE(salvage(from, to)->entries, 503);
    }

    void aCutOffEndIsCountedByTheIndexes()
    {
        StoreFolder from;
        StoreFolder to;
        fill(from, 500);
        const QString path = from.folder().database();
        const QList<int> pages = pagesOf(path, "entry");
        destroy(path, {pages.last(), pages.at(pages.size() - 2)});
        const Result<Salvaged> salvaged = salvage(from, to);
        QVERIFY(salvaged.ok());
        QVERIFY(salvaged->missing > 0);
        QCOMPARE(salvaged->entries + salvaged->missing, 503);
    }

    void redactedWordsStayGone()
    {
        StoreFolder from;
        StoreFolder to;
        {
            const auto store = from.open();
            const IncidentId incident = from.declared(*store);
            const journal::Receipt secret =
                done(store->perform(from.note(incident, QStringLiteral("the password is hunter2"))));
            done(store->perform(from.say(incident, incident::RedactEntries{{secret.act}, {}})));
        }
        QVERIFY(salvage(from, to).ok());
        QVERIFY(to.filesWith(QStringLiteral("hunter2")).isEmpty());
        QVERIFY(journal::verify(to.open()->database())->flaws.empty());
    }

    void whatWasChangedIsCounted()
    {
        StoreFolder from;
        StoreFolder to;
        fill(from, 5);
        for (const char* sql :
            {"DROP TRIGGER entry_unchanged", "UPDATE entry SET prose=replace(prose, 'note 2', 'lies 2')"})
            QVERIFY(from.open()->database().exec(QString::fromLatin1(sql)).ok());
        const Result<Salvaged> salvaged = salvage(from, to);
        QVERIFY(salvaged.ok());
        QCOMPARE(salvaged->missing, 0);
        QCOMPARE(salvaged->changed, 1);
    }

    void aLogThatIsThereIsNotWrittenOver()
    {
        StoreFolder from;
        StoreFolder to;
        fill(from, 1);
        to.declared(*to.open());
        QCOMPARE(salvage(from, to).error(), (Error{ErrorCode::StoreTaken, to.folder().path}));
    }

    void nothingComesOfNothing()
    {
        StoreFolder from;
        StoreFolder to;
        QVERIFY(!salvage(from, to).ok());
        QVERIFY(!QFile::exists(to.folder().database()));
        fill(from, 10);
        destroy(from.folder().database(), {1});
        QCOMPARE(salvage(from, to).error().code, ErrorCode::StoreNotOurs);
        QVERIFY(!QFile::exists(to.folder().database()));
    }
};

QTEST_GUILESS_MAIN(TestSalvage)
#include "tst_salvage.moc"
