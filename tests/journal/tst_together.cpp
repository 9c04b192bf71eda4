// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "support/storefolder.h"

#include "journal/append.h"
#include "journal/storelock.h"
#include "journal/verify.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>

#include <cstdio>
#include <functional>
#include <memory>

using namespace warroom;
using namespace warroom::support;

namespace {

/// Fifteen seconds, or WARROOM_TOGETHER_SECONDS.
int seconds()
{
    const int given = qEnvironmentVariableIntValue("WARROOM_TOGETHER_SECONDS");
    return given > 0 ? given : 15;
}

int turns(const std::function<void()>& turn)
{
    QElapsedTimer timer;
    timer.start();
    int count = 0;
    for (; !timer.hasExpired(seconds() * 1000); ++count)
        turn();
    return count;
}

/// What this program does as another process, and how often it did it.
int writeActs(const journal::Folder& folder, const QString& incident)
{
    SystemClock clock;
    RandomIds ids;
    const auto store = journal::Store::open(folder, clock, ids);
    if (!store) {
        std::fprintf(stderr, "cannot open: %s\n", qPrintable(store.error().detail));
        return -1;
    }
    int refused = 0;
    const int written = turns([&] {
        const incident::Submission note{{ids.next(clock.now())}, IncidentId::fromText(incident).value(),
            {{}, {}, QStringLiteral("Ana"), {}}, {}, clock.now(),
            incident::Note{incident::NoteKind::Note, QStringLiteral("beside others"), false}};
        Result<journal::Receipt> receipt = (*store)->perform(note);
        // On a busy machine others may hold the lock for long; whoever writes tries again.
        for (int again = 0; !receipt && receipt.error().code == ErrorCode::StoreBusy && again < 5; ++again)
            receipt = (*store)->perform(note);
        if (!receipt && refused++ == 0)
            std::fprintf(stderr, "refused: %d %s\n", int(receipt.error().code), qPrintable(receipt.error().detail));
    });
    return refused > 0 ? -refused : written;
}

int checkpoints(const journal::Folder& folder)
{
    int done = 0;
    turns([&] {
        const auto lock = journal::StoreLock::take(folder.lock());
        done += lock.ok() && journal::checkpoint(folder).ok() ? 1 : 0;
    });
    return done;
}

int writeUnlocked(const QString& file)
{
    RawConnection raw(file);
    raw.exec(QStringLiteral("PRAGMA busy_timeout=5000"));
    return turns([&] { raw.exec(QStringLiteral("INSERT INTO line(text) VALUES(hex(randomblob(100)))")); });
}

int checkpointUnlocked(const QString& file)
{
    RawConnection raw(file);
    return turns([&] { raw.exec(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")); });
}

int act(const QStringList& arguments)
{
    const QString role = arguments.value(1);
    const QString place = arguments.value(2);
    const int done = role == QLatin1String("write") ? writeActs({place}, arguments.value(3))
        : role == QLatin1String("checkpoint")       ? checkpoints({place})
        : role == QLatin1String("write-unlocked")   ? writeUnlocked(place)
                                                    : checkpointUnlocked(place);
    std::printf("%d\n", done);
    return 0;
}

/// Runs them at the same time; what each says.
QList<int> together(const QList<QStringList>& all)
{
    std::vector<std::unique_ptr<QProcess>> processes;
    for (const QStringList& arguments : all) {
        processes.push_back(std::make_unique<QProcess>());
        processes.back()->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        processes.back()->start(QCoreApplication::applicationFilePath(), arguments);
    }
    QList<int> said;
    for (const auto& process : processes) {
        if (!process->waitForFinished((seconds() + 60) * 1000) || process->exitStatus() != QProcess::NormalExit)
            qFatal("a process does not end well");
        said += process->readAllStandardOutput().trimmed().toInt();
    }
    return said;
}

} // namespace

/// Several processes write while another one moves the log, again and again.
class TestTogether : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void theLogStaysSound()
    {
        StoreFolder room;
        IncidentId incident;
        {
            const auto store = room.open();
            incident = room.declared(*store);
        }
        const QString path = room.folder().path;
        const QStringList write{QStringLiteral("write"), path, incident.text()};
        const QList<int> done = together({write, write, write, {QStringLiteral("checkpoint"), path}});
        const int written = done[0] + done[1] + done[2];
        std::printf("%d acts by three writers, %d checkpoints\n", written, done[3]);
        for (const int each : done)
            QVERIFY2(each > 0, qPrintable(QString::number(each)));

        const auto store = room.open();
        QCOMPARE(store->database().value(QStringLiteral("PRAGMA integrity_check"))->toString(), QStringLiteral("ok"));
        QCOMPARE(
            store->database().value(QStringLiteral("SELECT count(*) FROM entry WHERE type='noted'"))->toInt(), written);
        const auto verification = journal::verify(store->database());
        QVERIFY(verification.ok() && verification->flaws.empty());
    }

    /// SQLite up to 3.51.2 can go bad so, once in millions of checkpoints, which is why there is a lock; by hand only,
    /// on a machine that does nothing else.
    void withoutTheLockItGoesBad()
    {
        if (qEnvironmentVariable("WARROOM_TOGETHER_UNLOCKED").isEmpty())
            QSKIP("WARROOM_TOGETHER_UNLOCKED is not set");
        QTemporaryDir folder;
        int bad = 0;
        for (int round = 0; round < 5 && bad == 0; ++round) {
            const QString file = folder.filePath(QStringLiteral("%1.db").arg(round));
            {
                RawConnection raw(file);
                raw.exec(QStringLiteral("PRAGMA journal_mode=WAL"));
                raw.exec(QStringLiteral("CREATE TABLE line(id INTEGER PRIMARY KEY, text TEXT UNIQUE)"));
            }
            const QStringList write{QStringLiteral("write-unlocked"), file};
            const QList<int> done = together({write, write, write, {QStringLiteral("checkpoint-unlocked"), file}});
            const QString check = RawConnection(file).value(QStringLiteral("PRAGMA integrity_check")).toString();
            std::printf("%d checkpoints: %s\n", done[3], qPrintable(check.left(60)));
            bad += check != QLatin1String("ok") ? 1 : 0;
        }
        QVERIFY(bad > 0);
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc > 2 && QFileInfo::exists(QString::fromLocal8Bit(argv[2])))
        return act(application.arguments());
    TestTogether test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_together.moc"
