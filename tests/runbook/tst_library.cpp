// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/library.h"
#include "runbook/told.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::runbook;

/// A folder of runbooks, read beside the window and kept up with.
class LibraryTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aThousandFilesAreReadWithProgress()
    {
        const QTemporaryDir room;
        for (int i = 0; i < 1000; ++i)
            put(room, u"%1/%2.md"_s.arg(i % 10).arg(i), "# Marker" + QByteArray::number(i) + "x\n\n1. Look\n");
        Library library({room.path()});
        QSignalSpy progress(&library, &Library::progressed);
        waitFor(library);
        QCOMPARE(library.index().all().size(), std::size_t(1000));
        QVERIFY(progress.size() >= 10);
        QCOMPARE(progress.constLast(), (QVariantList{1000, 1000}));
        QVERIFY(holds(library.index().all().at(room.filePath(u"7/77.md"_s)).runbooks.at(0).words, u"marker77x"_s));
    }

    void whatChangesIsReadAgain()
    {
        const QTemporaryDir room;
        put(room, u"a.md"_s, "# Alpha\n");
        put(room, u"b.md"_s, "# Beta\n");
        Library library({room.path()});
        waitFor(library);
        QCOMPARE(titles(library), (QStringList{u"Alpha"_s, u"Beta"_s}));

        put(room, u"a.md"_s, "# Alpha, reviewed\n");
        QVERIFY(QFile::remove(room.filePath(u"b.md"_s)));
        put(room, u"new/c.md"_s, "# Gamma\n");
        QTRY_COMPARE(titles(library), (QStringList{u"Alpha, reviewed"_s, u"Gamma"_s}));
        put(room, u"new/d.md"_s, "# Delta\n");
        QTRY_COMPARE(titles(library), (QStringList{u"Alpha, reviewed"_s, u"Gamma"_s, u"Delta"_s}));
    }

    void itsDateIsThatOfItsLastChangeInGit()
    {
        const QTemporaryDir room;
        const auto commit = [&](const char* day) {
            git(room, {u"add"_s, u"-A"_s}, day);
            git(room, {u"commit"_s, u"-q"_s, u"-m"_s, u"x"_s}, day);
        };
        git(room, {u"init"_s, u"-q"_s, u"-b"_s, u"main"_s}, "2024-01-01");
        put(room, u"old.md"_s, "# Old\n");
        put(room, u"in/new.md"_s, "# New\n");
        put(room, u"said.md"_s, "---\nlast_reviewed: 2026-02-02\n---\n# Said\n");
        commit("2024-02-03");
        put(room, u"in/new.md"_s, "# New again\n");
        commit("2025-04-05");
        put(room, u"unknown.md"_s, "# Unknown\n");
        Library library({room.path()});
        waitFor(library);
        const auto date = [&](const QString& name) { return library.index().all().at(room.filePath(name)).asOf; };
        QCOMPARE(date(u"old.md"_s), QDate(2024, 2, 3));
        QCOMPARE(date(u"in/new.md"_s), QDate(2025, 4, 5));
        QCOMPARE(date(u"said.md"_s), QDate(2026, 2, 2));
        QCOMPARE(date(u"unknown.md"_s), QDate());
    }

    void whatCannotBeReadIsLeftOut()
    {
        const QTemporaryDir room;
        put(room, u"a.md"_s, "# Alpha\n");
        put(room, u"b.md"_s, QByteArray(1000, '\0'));
        put(room, u"c.md"_s, QByteArray(maxBytes + 1, 'x'));
        QVERIFY(QFile::link(u"."_s, room.filePath(u"again"_s)));
        QVERIFY(QFile::link(u"loop.md"_s, room.filePath(u"loop.md"_s)));
        Library library({room.path(), room.filePath(u"nowhere"_s)});
        waitFor(library);
        QCOMPARE(titles(library), QStringList{u"Alpha"_s});
    }

    void itMayEndWhileItReads()
    {
        const QTemporaryDir room;
        for (int i = 0; i < 100; ++i)
            put(room, u"%1.md"_s.arg(i), "# A\n");
        for (int round = 0; round < 20; ++round)
            Library library({room.path()});
    }

private:
    static void put(const QTemporaryDir& room, const QString& name, const QByteArray& bytes)
    {
        const QString path = room.filePath(name);
        QFile file(path);
        if (!QDir().mkpath(path.section(u'/', 0, -2)) || !file.open(QFile::WriteOnly | QFile::Truncate)
            || file.write(bytes) != bytes.size())
            qWarning() << path << file.errorString();
    }

    /// As somebody who commits on that day; nothing of this machine's settings is used.
    static void git(const QTemporaryDir& room, const QStringList& arguments, const char* day)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const QString moment = QLatin1String(day) + u"T12:00:00Z"_s;
        for (const QString& who : {u"AUTHOR"_s, u"COMMITTER"_s}) {
            environment.insert(u"GIT_%1_DATE"_s.arg(who), moment);
            environment.insert(u"GIT_%1_NAME"_s.arg(who), u"Alice"_s);
            environment.insert(u"GIT_%1_EMAIL"_s.arg(who), u"alice@example.com"_s);
        }
        environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
        environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(room.path());
        process.start(u"git"_s, arguments);
        QVERIFY(process.waitForFinished() && process.exitCode() == 0);
    }

    static void waitFor(const Library& library)
    {
        QSignalSpy refreshed(&library, &Library::refreshed);
        QVERIFY(refreshed.wait(60'000));
    }

    static QStringList titles(const Library& library)
    {
        QStringList all;
        for (const auto& [path, runbook] : library.index().all())
            all += runbook.entry.title;
        return all;
    }
};

QTEST_GUILESS_MAIN(LibraryTest)
#include "tst_library.moc"
