// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "support/storefolder.h"

#include "journal/copies.h"
#include "journal/verify.h"

#include <QDir>

#include <sys/stat.h>

using namespace warroom;
using namespace warroom::support;
using namespace std::chrono_literals;
using journal::Copies;

namespace {

/// A log that is open, and where its copies go.
struct Room : StoreFolder {
    std::unique_ptr<journal::Store> store = open();
    IncidentId incident = declared(*store);
    QTemporaryDir outside;
    Copies copies{outside.path() + QStringLiteral("/copies")};

    void log(const QString& text) { done(store->perform(note(incident, text))); }
    bool takesOne() { return *copies.takeIfDue(folder(), clock.wall); }
};

QStringList notesIn(const QString& path)
{
    RawConnection raw(path);
    QStringList texts;
    for (const QVariant& prose : raw.column(QStringLiteral("SELECT prose FROM entry WHERE type='noted' ORDER BY seq")))
        texts += prose.toString();
    return texts;
}

} // namespace

/// Copies are taken, kept, checked, and put back.
class TestCopies : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void oneIsTakenEveryHourThatSaysSomethingNew()
    {
        Room room;
        QVERIFY(room.takesOne());
        QVERIFY(!room.takesOne());
        room.log(QStringLiteral("one"));
        room.clock.wall += 59min;
        QVERIFY(!room.takesOne());
        room.clock.wall += 1min;
        QVERIFY(room.takesOne());
        room.clock.wall += 5h;
        QVERIFY(!room.takesOne()); // nothing was logged meanwhile
        const std::vector<journal::Copy> copies = room.copies.list();
        QCOMPARE(copies.size(), std::size_t(2));
        QCOMPARE(copies.front().taken, room.clock.wall - 5h);
        QCOMPARE(notesIn(copies.front().path).size(), 1);
        QVERIFY(notesIn(copies.back().path).isEmpty());
    }

    void theWriteAheadLogIsInIt()
    {
        Room room;
        room.log(QStringLiteral("not checkpointed"));
        QVERIFY(room.logSize() > 0);
        QVERIFY(room.takesOne());
        QCOMPARE(notesIn(room.copies.list().front().path).size(), 1);
    }

    void tenAreKept()
    {
        Room room;
        for (int i = 0; i < 13; ++i) {
            room.log(QString::number(i));
            room.clock.wall += 1h;
            QVERIFY(room.takesOne());
        }
        QCOMPARE(room.copies.list().size(), std::size_t(Copies::kept));
        QCOMPARE(notesIn(room.copies.list().back().path).size(), 4);
    }

    void aClockThatWasSetBackStopsNone()
    {
        Room room;
        QVERIFY(room.takesOne());
        room.log(QStringLiteral("one"));
        room.clock.wall -= 3h;
        QVERIFY(room.takesOne());
    }

    void onlyTheOwnerReadsThem()
    {
        Room room;
        QVERIFY(room.takesOne());
        struct stat status {
        };
        QCOMPARE(::stat(QFile::encodeName(room.copies.list().front().path).constData(), &status), 0);
        QCOMPARE(int(status.st_mode & 0777), 0600);
        QCOMPARE(::stat(QFile::encodeName(room.copies.folder()).constData(), &status), 0);
        QCOMPARE(int(status.st_mode & 0777), 0700);
    }

    void redactedWordsLeaveTheCopiesToo()
    {
        Room room;
        const journal::Receipt secret =
            done(room.store->perform(room.note(room.incident, QStringLiteral("the password is hunter2"))));
        QVERIFY(room.takesOne());
        done(room.store->perform(room.say(room.incident, incident::RedactEntries{{secret.act}, {}})));
        room.clock.wall += 1min;
        QVERIFY(room.takesOne()); // not an hour later
        QCOMPARE(room.copies.list().size(), std::size_t(1));
        QCOMPARE(notesIn(room.copies.list().front().path), QStringList{QString()});
        QVERIFY(!room.takesOne());
    }

    void halfACopyIsNone()
    {
        Room room;
        QVERIFY(QDir().mkpath(room.copies.folder()));
        QFile half(room.copies.folder() + QStringLiteral("/warroom-20260131T142300Z.db.new"));
        QVERIFY(half.open(QFile::WriteOnly) && half.write("half") == 4);
        half.close();
        QVERIFY(room.copies.list().empty());
        QVERIFY(room.takesOne());
        QCOMPARE(room.copies.list().size(), std::size_t(1));
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        Room room;
        QFile file(room.copies.folder());
        QVERIFY(file.open(QFile::WriteOnly));
        QVERIFY(!room.copies.takeIfDue(room.folder(), room.clock.wall).ok());
    }

    void aCopyIsPutBack()
    {
        Room room;
        room.log(QStringLiteral("before"));
        QVERIFY(room.takesOne());
        room.log(QStringLiteral("after"));
        const Result<QString> aside = journal::restore(room.copies.list().front(), room.folder(), room.clock.wall);
        QVERIFY(aside.ok());
        // Who had it open notices.
        QCOMPARE(room.store->perform(room.note(room.incident, QStringLiteral("into the old one"))).error().code,
            ErrorCode::StoreGone);
        room.store.reset();
        const auto again = room.open();
        QVERIFY(again->refresh(room.incident).ok());
        QCOMPARE(notesIn(room.folder().database()).size(), 1);
        done(again->perform(room.note(room.incident, QStringLiteral("goes on"))));
        QVERIFY(journal::verify(again->database())->flaws.empty());
        // What was replaced is whole.
        QCOMPARE(notesIn(*aside + QStringLiteral("/warroom.db")).size(), 2);
    }

    void aCopyIsPutWhereTheLogWasLost()
    {
        Room room;
        QVERIFY(room.takesOne());
        room.store.reset();
        QVERIFY(QFile::remove(room.folder().database()));
        QCOMPARE(room.refusal()->code, ErrorCode::StoreMissing);
        QVERIFY(journal::restore(room.copies.list().front(), room.folder(), room.clock.wall).ok());
        QCOMPARE(room.open()->incidents()->front().id, room.incident);
    }

    void aDamagedCopyIsNotPutBack()
    {
        Room room;
        QVERIFY(room.takesOne());
        const journal::Copy copy = room.copies.list().front();
        QFile file(copy.path);
        QVERIFY(file.open(QFile::ReadWrite) && file.seek(4096));
        QCOMPARE(file.write(QByteArray(20'000, '\x5a')), 20'000);
        file.close();
        QVERIFY(!journal::restore(copy, room.folder(), room.clock.wall).ok());
        room.log(QStringLiteral("goes on"));
    }
};

QTEST_GUILESS_MAIN(TestCopies)
#include "tst_copies.moc"
