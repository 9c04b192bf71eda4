// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/library.h"
#include "runbook/told.h"

#include <QDir>
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
        QCOMPARE(library.index().search(u"marker77x"_s).size(), std::size_t(1));
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
