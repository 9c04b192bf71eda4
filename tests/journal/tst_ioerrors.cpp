// SPDX-License-Identifier: GPL-3.0-or-later
#include "cutstory.h"
#include "support/quiettest.h"

#include "journal/verify.h"

#include <QElapsedTimer>

#include <sqlite3.h>

#include <cstdio>

using namespace warroom;
using namespace warroom::support;
using journal::Store;

namespace {

/// Counts the calls and lets one fail, or all from there on.
class FailingDisk : public DiskShim
{
public:
    enum class Until { Once, Ever };
    FailingDisk(int nth, Until until, bool full) : m_nth(nth), m_until(until), m_full(full) { }
    int calls() const { return m_calls; }

    int before(DiskCall call) override
    {
        ++m_calls;
        const bool fails = m_until == Until::Once ? m_calls == m_nth : m_nth > 0 && m_calls >= m_nth;
        return fails ? answer(call) : SQLITE_OK;
    }

private:
    /// A full disk refuses what makes files longer, and nothing else.
    int answer(DiskCall call) const
    {
        switch (call) {
        case DiskCall::Write:
            return m_full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
        case DiskCall::Sync:
            return m_full ? SQLITE_FULL : SQLITE_IOERR_FSYNC;
        case DiskCall::Open:
            return m_full ? SQLITE_OK : SQLITE_CANTOPEN;
        case DiskCall::Read:
            return m_full ? SQLITE_OK : SQLITE_IOERR_READ;
        case DiskCall::Truncate:
            return m_full ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
        case DiskCall::Size:
            return m_full ? SQLITE_OK : SQLITE_IOERR_FSTAT;
        case DiskCall::Lock:
            return m_full ? SQLITE_OK : SQLITE_IOERR_LOCK;
        case DiskCall::Delete:
            return m_full ? SQLITE_OK : SQLITE_IOERR_DELETE;
        case DiskCall::Access:
            return m_full ? SQLITE_OK : SQLITE_IOERR_ACCESS;
        case DiskCall::Map:
            return m_full ? SQLITE_OK : SQLITE_IOERR_SHMMAP;
        case DiskCall::MapLock:
            return m_full ? SQLITE_OK : SQLITE_IOERR_SHMLOCK;
        }
        return SQLITE_OK;
    }

    int m_nth;
    Until m_until;
    bool m_full;
    int m_calls = 0;
};

/// Says some acts to a store, whatever the disk answers, as a window does: what failed is said again to a store that is
/// opened anew.
class Speaker
{
public:
    Speaker() : m_ids(20260131), m_room(folderForImages(), m_ids)
    {
        const incident::Submission declaration = m_room.declare(QStringLiteral("Pool is full"));
        const IncidentId incident = declaration.incident;
        const incident::Submission secret = m_room.note(incident, word);
        m_acts = {declaration, m_room.note(incident, QStringLiteral("first")), secret,
            m_room.note(incident, QString(9000, QLatin1Char('n'))),
            m_room.say(incident, incident::RedactEntries{{secret.act}, {}}),
            m_room.note(incident, QStringLiteral("last"))};
    }

    void speak()
    {
        for (const incident::Submission& act : m_acts) {
            if (say(act))
                m_acknowledged.push_back(act.act);
        }
        m_store.reset();
    }

    bool refusedAny() const { return m_acknowledged.size() < m_acts.size(); }

    /// Empty, or what is not as it should be once the disk is well again.
    QString settle()
    {
        {
            const auto store = m_room.tryOpen();
            if (!store)
                return QStringLiteral("does not open: ") + store.error().detail;
            for (const EntryId& act : m_acknowledged) {
                const Result<bool> there = (*store)->holds(act);
                if (!there || !*there)
                    return QStringLiteral("an acknowledged act is lost");
            }
        }
        for (const incident::Submission& act : m_acts) {
            if (!say(act))
                return QStringLiteral("an act is refused for ever: ") + m_problem;
        }
        return inspect();
    }

private:
    static inline const QString word = QStringLiteral("Zyqhunter77");

    bool say(const incident::Submission& act)
    {
        if (!m_store) {
            auto opened = m_room.tryOpen();
            if (!opened)
                return refused(opened.error());
            m_store = std::move(*opened);
        }
        const Result<journal::Receipt> receipt = m_store->perform(act);
        if (receipt)
            return true;
        m_store.reset();
        return refused(receipt.error());
    }

    bool refused(const Error& error)
    {
        m_problem = QStringLiteral("%1 %2").arg(int(error.code)).arg(error.detail);
        return false;
    }

    QString inspect()
    {
        journal::Database& database = m_store->database();
        if (database.value(QStringLiteral("PRAGMA integrity_check"))->toString() != QLatin1String("ok"))
            return QStringLiteral("the file is damaged");
        if (!journal::verify(database)->flaws.empty())
            return QStringLiteral("the chain is broken");
        const auto notes = database.value(QStringLiteral("SELECT count(*) FROM entry WHERE type='noted'"));
        const auto acts = database.value(QStringLiteral("SELECT count(DISTINCT act) FROM entry"));
        if (notes->toInt() != 4 || acts->toUInt() != m_acts.size())
            return QStringLiteral("%1 notes of %2 acts").arg(notes->toInt()).arg(acts->toInt());
        const Result<bool> erased = m_store->erase();
        if (!erased || !*erased)
            return QStringLiteral("the redaction does not end");
        m_store.reset();
        for (const auto& [name, bytes] : filesIn(m_room.folder().path)) {
            if (bytes.contains(word.toUtf8()))
                return QStringLiteral("the redacted word is in ") + name;
        }
        return {};
    }

    SeededIds m_ids;
    StoreFolder m_room;
    std::vector<incident::Submission> m_acts;
    std::vector<EntryId> m_acknowledged;
    std::unique_ptr<Store> m_store;
    QString m_problem;
};

} // namespace

/// The disk fails at any call: nothing is called saved that is not, nothing hangs, and afterwards it goes on.
class TestIoErrors : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { } // Qt may warn here of connections that do not open

    void anyCallMayFail_data()
    {
        QTest::addColumn<FailingDisk::Until>("until");
        QTest::addColumn<bool>("full");
        QTest::newRow("one call fails") << FailingDisk::Until::Once << false;
        QTest::newRow("all fail from one call on") << FailingDisk::Until::Ever << false;
        QTest::newRow("full for one call") << FailingDisk::Until::Once << true;
        QTest::newRow("full from one call on") << FailingDisk::Until::Ever << true;
    }
    void anyCallMayFail()
    {
        QFETCH(FailingDisk::Until, until);
        QFETCH(bool, full);
        int all = 0;
        {
            FailingDisk disk(0, FailingDisk::Until::Once, full);
            Speaker speaker;
            speaker.speak();
            all = disk.calls();
        }
        // Every single one with WARROOM_IOERRORS=all.
        const int step = qEnvironmentVariable("WARROOM_IOERRORS") == QLatin1String("all") ? 1 : 5;
        int runs = 0;
        int refused = 0;
        for (int nth = 1; nth <= all; nth += step, ++runs) {
            Speaker speaker;
            QElapsedTimer timer;
            timer.start();
            {
                FailingDisk disk(nth, until, full);
                speaker.speak();
            }
            refused += speaker.refusedAny() ? 1 : 0;
            const QString problem = speaker.settle();
            QVERIFY2(problem.isEmpty(), qPrintable(QStringLiteral("call %1: %2").arg(nth).arg(problem)));
            QVERIFY2(timer.elapsed() < 6000, qPrintable(QStringLiteral("call %1 hangs").arg(nth)));
        }
        std::printf("%s: %d of %d calls, %d times an act was refused\n", QTest::currentDataTag(), runs, all, refused);
        QVERIFY(refused > runs / 10);
    }
};

QTEST_GUILESS_MAIN(TestIoErrors)
#include "tst_ioerrors.moc"
