// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "support/storefolder.h"

#include "session/caretaker.h"

#include <QSignalSpy>

using namespace warroom;
using namespace warroom::support;
using session::Caretaker;

namespace {

/// A log that is open, and where its copies go.
struct Room : StoreFolder {
    std::unique_ptr<journal::Store> store = open();
    IncidentId incident = declared(*store);
    QTemporaryDir outside;
    journal::Copies copies{outside.path() + QStringLiteral("/copies")};
};

bool checks(Caretaker& caretaker)
{
    QSignalSpy checked(&caretaker, &Caretaker::checked);
    return checked.wait(20'000);
}

} // namespace

/// The log is read as a whole while a window is open, and copied.
class TestCaretaker : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aSoundLogIsCopied()
    {
        Room room;
        Caretaker caretaker(room.folder(), room.copies, room.clock);
        QVERIFY(!caretaker.damage());
        QVERIFY(checks(caretaker));
        QVERIFY(caretaker.damage()->none());
        QVERIFY(QTest::qWaitFor([&] { return room.copies.list().size() == 1; }, 20'000));
        QVERIFY(!caretaker.copyProblem());
    }

    void aChangedEntryIsFoundAndNotCopied()
    {
        Room room;
        const journal::Receipt note = done(room.store->perform(room.note(room.incident, QStringLiteral("as said"))));
        {
            RawConnection raw(room.folder().database());
            raw.dropTriggers();
            QCOMPARE(
                raw.exec(QStringLiteral("UPDATE entry SET occurred_at=occurred_at-1 WHERE type='noted'")), QString());
        }
        {
            Caretaker caretaker(room.folder(), room.copies, room.clock);
            QVERIFY(checks(caretaker));
            QCOMPARE(caretaker.damage()->entries.size(), std::size_t(1));
            QCOMPARE(caretaker.damage()->entries.front().entry, note.act);
        }
        QVERIFY(room.copies.list().empty());
    }

    void aDamagedIndexIsFound()
    {
        Room room;
        {
            RawConnection raw(room.folder().database());
            QCOMPARE(raw.exec(QStringLiteral("PRAGMA writable_schema=1")), QString());
            // An index that knows of nothing, as after a write that went elsewhere.
            QCOMPARE(raw.exec(QStringLiteral("UPDATE sqlite_schema SET sql='CREATE INDEX entry_act ON entry(origin)' "
                                             "WHERE name='entry_act'")),
                QString());
        }
        Caretaker caretaker(room.folder(), room.copies, room.clock);
        QVERIFY(checks(caretaker));
        QVERIFY(!caretaker.damage()->file.isEmpty());
    }

    void aCopyThatCannotBeTakenIsSaid()
    {
        Room room;
        QFile file(room.copies.folder());
        QVERIFY(file.open(QFile::WriteOnly));
        Caretaker caretaker(room.folder(), room.copies, room.clock);
        QSignalSpy told(&caretaker, &Caretaker::copyProblemChanged);
        QVERIFY(told.wait(20'000));
        QCOMPARE(caretaker.copyProblem(), (Error{ErrorCode::FileUnwritable, room.copies.folder()}));
    }

    void endingWhileItReadsWaitsForNothing()
    {
        Room room;
        for (int i = 0; i < 3; ++i) {
            Caretaker caretaker(room.folder(), room.copies, room.clock);
            caretaker.check();
        }
    }
};

QTEST_GUILESS_MAIN(TestCaretaker)
#include "tst_caretaker.moc"
