// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"

#include "journal/storelock.h"

#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>

#include <atomic>
#include <optional>
#include <thread>

using namespace warroom;
using journal::StoreLock;
using namespace std::chrono_literals;

/// One at a time, and in a fair order.
class TestStoreLock : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void whoWaitsGetsItBeforeWhoComesBack()
    {
        std::optional<Result<StoreLock>> held = StoreLock::take(m_path);
        QVERIFY(held->ok());
        std::atomic<bool> had = false;
        std::thread waiting([&] {
            const Result<StoreLock> lock = StoreLock::take(m_path, 60s);
            had = lock.ok();
        });
        QTRY_VERIFY(somebodyWaits());
        held.reset();
        const Result<StoreLock> again = StoreLock::take(m_path, 60s);
        const bool hadBefore = had;
        waiting.join();
        QVERIFY(again.ok());
        QVERIFY(hadBefore);
    }

    void whoWaitedInVainIsInNobodysWay()
    {
        std::optional<Result<StoreLock>> held = StoreLock::take(m_path);
        std::atomic<int> inVain = 0;
        const auto wait = [&] {
            const Result<StoreLock> lock = StoreLock::take(m_path, 50ms);
            inVain += !lock && lock.error().code == ErrorCode::StoreBusy ? 1 : 0;
        };
        std::thread first(wait);
        std::thread second(wait);
        first.join();
        second.join();
        QCOMPARE(inVain, 2);
        held.reset();
        QVERIFY(StoreLock::take(m_path, 0ms).ok());
    }

private:
    bool somebodyWaits() const
    {
        QFile file(m_path);
        struct ::flock gate = {};
        gate.l_type = F_WRLCK;
        return file.open(QFile::ReadWrite) && ::fcntl(file.handle(), F_OFD_GETLK, &gate) == 0 && gate.l_type != F_UNLCK;
    }

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("lock"));
};

QTEST_GUILESS_MAIN(TestStoreLock)
#include "tst_storelock.moc"
