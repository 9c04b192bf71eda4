// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "support/storefolder.h"

#include "journal/drafts.h"

#include <QDir>

using namespace warroom;
using namespace warroom::support;
using journal::DraftLine;
using journal::Drafts;

/// The lines that are not in the log yet, kept for the next window.
class TestDrafts : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aWindowThatEndedLeavesItsLinesToTheNext()
    {
        StoreFolder room;
        const IncidentId incident{room.ids.next(room.clock.wall)};
        const std::vector<DraftLine> lines{
            line(room, QStringLiteral("pool full")), line(room, QStringLiteral("! ü\n😀"))};
        Drafts(room.folder(), incident, QUuid::createUuid()).keep(lines);
        Drafts next(room.folder(), incident, QUuid::createUuid());
        QCOMPARE(next.take(), lines);
        QVERIFY(next.take().empty());
    }

    void aLineThatWasBeingTypedHasNoAct()
    {
        StoreFolder room;
        const IncidentId incident{room.ids.next(room.clock.wall)};
        const std::vector<DraftLine> typed{{std::nullopt, QStringLiteral("+ @dave drai"), room.clock.wall}};
        Drafts(room.folder(), incident, QUuid::createUuid()).keep(typed);
        Drafts next(room.folder(), incident, QUuid::createUuid());
        QCOMPARE(next.take(), typed);
    }

    void whatWasTakenIsTheTakersUntilItSaysOtherwise()
    {
        StoreFolder room;
        const IncidentId incident{room.ids.next(room.clock.wall)};
        const std::vector<DraftLine> lines{line(room, QStringLiteral("pool full"))};
        Drafts(room.folder(), incident, QUuid::createUuid()).keep(lines);
        {
            Drafts second(room.folder(), incident, QUuid::createUuid());
            second.keep({line(room, QStringLiteral("mine"))});
            QCOMPARE(second.take(), lines);
            QCOMPARE(files(room, "*.json").size(), 1);
        } // killed before anybody looked
        Drafts third(room.folder(), incident, QUuid::createUuid());
        QCOMPARE(third.take().size(), std::size_t(2));
        third.keep({});
        QVERIFY(files(room, "*.json").isEmpty());
    }

    void aWindowThatLivesKeepsItsLines()
    {
        StoreFolder room;
        const IncidentId incident{room.ids.next(room.clock.wall)};
        Drafts other(room.folder(), incident, QUuid::createUuid());
        other.keep({line(room, QStringLiteral("on its way"))});
        Drafts mine(room.folder(), incident, QUuid::createUuid());
        mine.keep({line(room, QStringLiteral("mine"))});
        QVERIFY(mine.take().empty());
        QCOMPARE(files(room, "*.json").size(), 2);
    }

    void linesOfAnotherIncidentStay()
    {
        StoreFolder room;
        const IncidentId incident{room.ids.next(room.clock.wall)};
        Drafts(room.folder(), incident, QUuid::createUuid()).keep({line(room, QStringLiteral("there"))});
        Drafts elsewhere(room.folder(), IncidentId{room.ids.next(room.clock.wall)}, QUuid::createUuid());
        QVERIFY(elsewhere.take().empty());
    }

    void aDeclarationThatWasNotSavedIsOfferedWhereNoIncidentIs()
    {
        StoreFolder room;
        Drafts(room.folder(), {}, QUuid::createUuid()).keep({line(room, QStringLiteral("/incident P0 all down"))});
        QVERIFY(Drafts(room.folder(), IncidentId{room.ids.next(room.clock.wall)}, QUuid::createUuid()).take().empty());
        Drafts next(room.folder(), {}, QUuid::createUuid());
        QCOMPARE(next.take().front().line, QStringLiteral("/incident P0 all down"));
    }

    void afterTheDeclarationTheFileIsTheIncidents()
    {
        StoreFolder room;
        const IncidentId incident{room.ids.next(room.clock.wall)};
        {
            Drafts window(room.folder(), {}, QUuid::createUuid());
            window.keep({line(room, QStringLiteral("first"))});
            window.follow(incident);
            QVERIFY(files(room, "new.*.json").isEmpty());
        }
        Drafts next(room.folder(), incident, QUuid::createUuid());
        QCOMPARE(next.take().size(), std::size_t(1));
    }

    void nothingIsLeftOfAWindowThatSavedAll()
    {
        StoreFolder room;
        {
            Drafts window(room.folder(), {}, QUuid::createUuid());
            window.keep({line(room, QStringLiteral("soon"))});
            QCOMPARE(files(room, "*.json").size(), 1);
            window.keep({});
            QVERIFY(files(room, "*.json").isEmpty());
        }
        QVERIFY(files(room, "*").isEmpty());
    }

    void aFileThatMakesNoSenseIsNoLine()
    {
        StoreFolder room;
        QVERIFY(QDir().mkpath(room.folder().drafts()));
        for (const char* text : {"", "[", "[1, {}, {\"act\": \"x\", \"line\": 3}]", "{\"act\": 1}"}) {
            QFile file(room.folder().drafts() + QStringLiteral("/new.x.json"));
            QVERIFY(file.open(QFile::WriteOnly) && file.write(text) >= 0);
            file.close();
            QVERIFY(Drafts(room.folder(), {}, QUuid::createUuid()).take().empty());
        }
    }

private:
    static DraftLine line(StoreFolder& room, const QString& text)
    {
        return {EntryId{room.ids.next(room.clock.wall)}, text, room.clock.wall};
    }
    static QStringList files(const StoreFolder& room, const char* pattern)
    {
        return QDir(room.folder().drafts()).entryList({QLatin1String(pattern)}, QDir::Files);
    }
};

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
