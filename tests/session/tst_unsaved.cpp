// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/desk.h"
#include "support/quiettest.h"

#include "journal/emergency.h"
#include "journal/storelock.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace warroom;
using namespace warroom::support;
using session::Pending;
using session::Session;

namespace {

/// The store is away while it lives.
class Away
{
public:
    explicit Away(const StoreFolder& room) : m_path(room.folder().database()) { move(m_path, m_path + away()); }
    ~Away() { move(m_path + away(), m_path); }
    Away(const Away&) = delete;
    Away& operator=(const Away&) = delete;

private:
    static QString away() { return QStringLiteral(".away"); }
    static void move(const QString& from, const QString& to)
    {
        if (!QFile::rename(from, to))
            qFatal("cannot move %s", qPrintable(from));
    }

    QString m_path;
};

/// Nothing can be kept outside the log either.
void leaveNoOtherPlace(const StoreFolder& room)
{
    for (const QString& place : room.folder().notSaved) {
        QDir().mkpath(QFileInfo(place).path());
        QFile file(place);
        if (!file.open(QFile::WriteOnly))
            qFatal("cannot write %s", qPrintable(place));
    }
}

QStringList draftsOf(const StoreFolder& room)
{
    return QDir(room.folder().drafts()).entryList({QStringLiteral("*.json")}, QDir::Files);
}

int countOf(StoreFolder& room, const QString& type)
{
    return room.open()->database().value(QStringLiteral("SELECT count(*) FROM entry WHERE type=?"), {type})->toInt();
}

} // namespace

/// Lines that are not on disk: they stay in sight, survive the window, and go in exactly once.
class TestUnsaved : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aLineIsPendingUntilItIsSaved()
    {
        StoreFolder room;
        Desk desk(room);
        desk.declare(QStringLiteral("one"));
        desk.note(QStringLiteral("pool full"));
        QCOMPARE(desk->pending().size(), std::size_t(1));
        QCOMPARE(desk->pending().front().stage, Pending::Stage::Saving);
        QCOMPARE(desk->pending().front().line, QStringLiteral("pool full"));
        QVERIFY(desk.notes().isEmpty());
        QCOMPARE(draftsOf(room).size(), 1);
        QVERIFY(desk.savesAll());
        QVERIFY(draftsOf(room).isEmpty());
    }

    void aStallingDiskTurnsItSlowThenFailed()
    {
        StoreFolder room;
        Desk desk(room);
        desk.declare(QStringLiteral("one"));
        {
            const auto held = journal::StoreLock::take(room.folder().lock());
            desk.note(QStringLiteral("first"));
            desk.note(QStringLiteral("second"));
            QVERIFY(desk.comesTo(&Session::saveStateChanged, [&] { return desk->saveState().slow; }));
            QCOMPARE(desk->pending()[0].stage, Pending::Stage::Slow);
            QCOMPARE(desk->pending()[1].stage, Pending::Stage::Saving);
            QVERIFY(!desk->saveState().problem);
            QVERIFY(desk.comesTo(&Session::saveStateChanged, [&] { return desk->saveState().problem.has_value(); }));
            QVERIFY(!desk->saveState().slow);
            QCOMPARE(desk->saveState().problem->code, ErrorCode::StoreBusy);
            for (const Pending& pending : desk->pending()) {
                QCOMPARE(pending.stage, Pending::Stage::Failed);
                QCOMPARE(pending.problem->code, ErrorCode::StoreBusy);
            }
        }
        desk.session().retry();
        QCOMPARE(desk->pending()[0].stage, Pending::Stage::Saving);
        QVERIFY(!desk->pending()[0].problem);
        QVERIFY(desk.savesAll());
        QVERIFY(!desk->saveState().problem);
        QCOMPARE(desk.notes(), (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
        QCOMPARE(countOf(room, QStringLiteral("noted")), 2);
    }

    void aFailedLineGoesInExactlyOnceByItself()
    {
        StoreFolder room;
        Desk desk(room);
        desk.declare(QStringLiteral("one"));
        {
            const Away away(room);
            desk.note(QStringLiteral("first"));
            QVERIFY(desk.comesTo(&Session::saveStateChanged, [&] { return desk->saveState().problem.has_value(); }));
            QCOMPARE(desk->saveState().problem->code, ErrorCode::StoreGone);
            desk.note(QStringLiteral("second")); // the line stays free
            for (int i = 0; i < 5; ++i)
                desk.session().retry();
            QCOMPARE(draftsOf(room).size(), 1);
        }
        QVERIFY(desk.savesAll()); // without anybody pressing Retry
        QCOMPARE(desk.notes(), (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
        QCOMPARE(countOf(room, QStringLiteral("noted")), 2);
        QVERIFY(draftsOf(room).isEmpty());
        QVERIFY(!desk->saveState().problem);
    }

    void aFailedDeclarationIsTheSessionsLater()
    {
        StoreFolder room;
        Desk desk(room);
        {
            const auto held = journal::StoreLock::take(room.folder().lock());
            desk.submit(desk.declaration(QStringLiteral("one")));
            desk.note(QStringLiteral("behind it"));
            QVERIFY(desk.comesTo(&Session::saveStateChanged, [&] { return desk->saveState().problem.has_value(); }));
            QVERIFY(!desk->state().declared());
        }
        QVERIFY(desk.savesAll());
        QCOMPARE(desk->state().title.value, QStringLiteral("one"));
        QCOMPARE(desk.notes(), QStringList{QStringLiteral("behind it")});
    }

    void whatFailedIsKeptOutsideTheLogUntilItIsIn()
    {
        StoreFolder room;
        Desk desk(room);
        desk.declare(QStringLiteral("one"));
        QString file;
        {
            const Away away(room);
            desk.note(QStringLiteral("first"));
            desk.note(QStringLiteral("second"));
            const auto failed = [](const Pending& pending) { return pending.stage == Pending::Stage::Failed; };
            const auto allFailed = [&] { return std::ranges::all_of(desk->pending(), failed); };
            QVERIFY(desk.comesTo(&Session::saveStateChanged, allFailed));
            file = desk->saveState().problem->keptIn;
            QVERIFY(file.startsWith(room.folder().notSaved.front()));
            desk.note(QStringLiteral("third")); // the line stays free
            QVERIFY(desk.comesTo(&Session::pendingChanged, allFailed));
            for (const Pending& pending : desk->pending())
                QCOMPARE(pending.problem->keptIn, file);
            const std::vector<journal::KeptAct> kept = journal::Emergency(room.folder()).acts();
            QCOMPARE(kept.size(), std::size_t(3));
            QCOMPARE(kept[2].line, QStringLiteral("third"));
            QVERIFY(kept[2].submission == desk->pending()[2].submission);
        }
        QVERIFY(desk.savesAll());
        QVERIFY(!QFile::exists(file));
        QCOMPARE(countOf(room, QStringLiteral("noted")), 3);
        QVERIFY(!desk->saveState().problem);
    }

    void whereNothingCanKeepItThatIsSaid()
    {
        StoreFolder room;
        leaveNoOtherPlace(room);
        Desk desk(room);
        desk.declare(QStringLiteral("one"));
        const Away away(room);
        desk.note(QStringLiteral("first"));
        QVERIFY(desk.comesTo(&Session::saveStateChanged, [&] { return desk->saveState().problem.has_value(); }));
        QCOMPARE(desk->saveState().problem->keptIn, QString());
    }

    void whatAWindowThatDiedKeptGoesInWithoutAKey()
    {
        StoreFolder room;
        IncidentId incident;
        const Instant said = room.clock.wall;
        const incident::SendUpdate update{QStringLiteral("customers"), QStringLiteral("Mitigating"),
            said + std::chrono::minutes(45), QStringLiteral("Half is back."), QStringLiteral("the pool"),
            QStringLiteral("roll back"), QStringLiteral("nobody"), std::chrono::minutes(20)};
        std::vector<EntryId> acts;
        {
            Desk desk(room);
            desk.declare(QStringLiteral("one"));
            incident = desk->state().id;
            const Away away(room);
            acts = {desk.note(QStringLiteral("first")), desk.submit(update), desk.note(QStringLiteral("last"))};
            QVERIFY(desk.comesTo(&Session::saveStateChanged, [&] { return desk->saveState().problem.has_value(); }));
            desk.close();
        }
        QCOMPARE(draftsOf(room).size(), 1);
        room.clock.wall += std::chrono::minutes(30);
        Desk next(room, incident);
        QVERIFY(next.session().takeLeftovers().empty());
        QVERIFY(next.comesTo(&Session::appended, [&] { return next.notes().size() == 2; }));
        QCOMPARE(next.notes(), (QStringList{QStringLiteral("first"), QStringLiteral("last")}));
        QVERIFY(draftsOf(room).isEmpty());
        QTRY_VERIFY(journal::Emergency(room.folder()).isEmpty());
        QCOMPARE(countOf(room, QStringLiteral("noted")), 2);
        QCOMPARE(countOf(room, QStringLiteral("update-sent")), 1);
        for (const EntryId& act : acts)
            QVERIFY(*room.open()->holds(act));
        const auto sent = std::ranges::find_if(next->state().entries,
            [](const auto& entry) { return std::holds_alternative<incident::UpdateSent>(entry->body); });
        QVERIFY(sent != next->state().entries.end());
        QCOMPARE((*sent)->occurredAt(), said);
        const auto& body = std::get<incident::UpdateSent>((*sent)->body);
        QVERIFY(body
            == (incident::UpdateSent{update.audience, update.nextDue, update.text, update.cause, update.nextSteps}));
        QCOMPARE(next->state().status.value, *update.status);
    }

    void whatStillCannotGoInIsCounted()
    {
        StoreFolder room;
        IncidentId incident;
        {
            Desk desk(room);
            desk.declare(QStringLiteral("one"));
            incident = desk->state().id;
            const Away away(room);
            desk.note(QStringLiteral("first"));
            desk.note(QStringLiteral("second"));
            QVERIFY(desk.comesTo(&Session::saveStateChanged, [&] { return desk->saveState().problem.has_value(); }));
            QCOMPARE(desk->saveState().leftOut, 0); // they are its own
            desk.close();
        }
        auto held = std::make_unique<Result<journal::StoreLock>>(journal::StoreLock::take(room.folder().lock()));
        Desk next(room, incident);
        QVERIFY(next.comesTo(&Session::saveStateChanged, [&] { return next->saveState().leftOut == 2; }));
        QVERIFY(next.session().takeLeftovers().empty());
        held.reset();
        QVERIFY(next.comesTo(&Session::saveStateChanged, [&] { return next->saveState().leftOut == 0; }));
        QCOMPARE(next.notes().size(), 2);
    }

    void whatWasNotSavedIsFoundByTheNextWindow()
    {
        StoreFolder room;
        leaveNoOtherPlace(room);
        IncidentId incident;
        std::vector<EntryId> acts;
        {
            Desk desk(room);
            desk.declare(QStringLiteral("one"));
            incident = desk->state().id;
            const Away away(room);
            acts = {desk.note(QStringLiteral("first")), desk.note(QStringLiteral("second"))};
            QVERIFY(desk.comesTo(&Session::saveStateChanged, [&] { return desk->saveState().problem.has_value(); }));
            desk.close();
        }
        const IncidentId other{room.ids.next(room.clock.wall)};
        QVERIFY(Desk(room, other).session().takeLeftovers().empty());
        Desk next(room, incident);
        const std::vector<session::Leftover> left = next.session().takeLeftovers();
        QCOMPARE(left.size(), std::size_t(2));
        QCOMPARE(left[0], (session::Leftover{acts[0], QStringLiteral("first"), room.clock.wall}));
        QCOMPARE(left[1].line, QStringLiteral("second"));
        QVERIFY(next.session().takeLeftovers().empty());
        // Said again with their ids they are the same acts.
        for (const session::Leftover& line : left) {
            next.session().submit(line.line, line.firstKey, incident::Note{incident::NoteKind::Note, line.line, false},
                line.firstKey, {}, line.act);
        }
        QVERIFY(next.savesAll());
        QCOMPARE(next.saved, acts);
        QCOMPARE(countOf(room, QStringLiteral("noted")), 2);
    }

    void aFolderThatWentAwayIsNotMadeAnew()
    {
        StoreFolder room;
        IncidentId incident;
        {
            Desk first(room);
            first.declare(QStringLiteral("one"));
            incident = first->state().id;
        }
        Desk desk(room, incident); // which has written nothing yet
        const QString away = room.folder().path + QStringLiteral(".away");
        QVERIFY(QDir().rename(room.folder().path, away));
        QVERIFY(desk.comesTo(&Session::saveStateChanged, [&] { return desk->saveState().problem.has_value(); }));
        QCOMPARE(desk->saveState().problem->code, ErrorCode::StoreGone); // before anybody types
        desk.note(QStringLiteral("where to"));
        QVERIFY(desk.comesTo(
            &Session::pendingChanged, [&] { return desk->pending().front().stage == Pending::Stage::Failed; }));
        QCOMPARE(desk->pending().front().problem->code, ErrorCode::StoreGone);
        QVERIFY(!QFile::exists(room.folder().database()));
        QDir(room.folder().path).removeRecursively(); // its drafts
        QVERIFY(QDir().rename(away, room.folder().path));
        QVERIFY(desk.savesAll());
        QCOMPARE(desk.notes(), QStringList{QStringLiteral("where to")});
        QVERIFY(desk.comesTo(&Session::saveStateChanged, [&] { return !desk->saveState().problem; }));
    }

    void aSessionOpenedLaterMakesNoLogEither()
    {
        StoreFolder room;
        const auto board = std::move(session::Board::open(room.prepared(), room.clock, room.ids).value());
        QVERIFY(QDir().rename(room.folder().path, room.folder().path + QStringLiteral("-away")));
        const auto opened =
            Session::open({*board, room.clock, room.ids, {}, standardPlaybook(), QStringLiteral("Ana")});
        QCOMPARE(opened.error().code, ErrorCode::StoreGone);
        QVERIFY(!QFile::exists(room.folder().path));
    }

    void whatFailedStaysInSightWhileItIsTriedAgain()
    {
        StoreFolder room;
        Desk desk(room);
        desk.declare(QStringLiteral("one"));
        const auto held = journal::StoreLock::take(room.folder().lock());
        desk.note(QStringLiteral("first"));
        QVERIFY(desk.comesTo(&Session::saveStateChanged, [&] { return desk->saveState().problem.has_value(); }));
        bool hidden = false;
        int failures = 0;
        QObject::connect(&desk.session(), &Session::pendingChanged, &desk.session(), [&] {
            hidden = hidden || desk->pending().front().stage != Pending::Stage::Failed;
            ++failures;
        });
        QVERIFY(desk.comesTo(&Session::pendingChanged, [&] { return failures > 0; })); // the next try, by itself
        QVERIFY(!hidden);
    }

    void whatWasBeingTypedIsFoundByTheNextWindow()
    {
        StoreFolder room;
        IncidentId incident;
        const session::Leftover typed{std::nullopt, QStringLiteral("+ @dave drai"), room.clock.wall};
        {
            Desk desk(room);
            desk.declare(QStringLiteral("one"));
            incident = desk->state().id;
            desk.session().keepUnsent({{std::nullopt, QStringLiteral("+ @da"), room.clock.wall}});
            QTRY_COMPARE(draftsOf(room).size(), 1);
            desk.session().keepUnsent({typed});
            desk.close();
        }
        {
            Desk second(room, incident);
            QCOMPARE(second.session().takeLeftovers(), std::vector{typed});
            second.note(QStringLiteral("another line"));
            QVERIFY(second.savesAll());
            second.close(); // and the line was not touched
        }
        Desk third(room, incident);
        QCOMPARE(third.session().takeLeftovers(), std::vector{typed});
        third.session().keepUnsent({});
        third.close();
        QVERIFY(draftsOf(room).isEmpty());
    }

    void whatWasTypedBesideNoIncidentComesToNone()
    {
        StoreFolder room;
        const session::Leftover typed{std::nullopt, QStringLiteral("db is down"), room.clock.wall};
        {
            Desk undeclared(room);
            undeclared.session().keepUnsent({typed});
            undeclared.close();
        }
        Desk declared(room);
        declared.declare(QStringLiteral("one"));
        QVERIFY(Desk(room, declared->state().id).session().takeLeftovers().empty());
        QCOMPARE(Desk(room).session().takeLeftovers(), std::vector{typed});
    }

    void aLineThatWasSavedIsNoLeftover()
    {
        StoreFolder room;
        IncidentId incident;
        EntryId act;
        {
            Desk desk(room);
            desk.declare(QStringLiteral("one"));
            incident = desk->state().id;
            act = desk.note(QStringLiteral("closed at once"));
            desk.close(); // the writer finishes, the session never hears of it
        }
        QVERIFY(*room.open()->holds(act));
        QVERIFY(Desk(room, incident).session().takeLeftovers().empty());
    }

    void aWordThatIsRedactedLeavesTheDraftOfAWindowThatLives()
    {
        StoreFolder room;
        Desk desk(room);
        desk.declare(QStringLiteral("one"));
        const EntryId act = desk.note(QStringLiteral("the key is Sesame"));
        QVERIFY(desk.savesAll());
        const auto typed = [&](const char* line) {
            desk.session().keepUnsent({{{}, QString::fromLatin1(line), room.clock.wall}});
        };
        typed("open sesame now");
        QTRY_VERIFY(!room.filesWith(QStringLiteral("open sesame")).isEmpty());
        const auto other = room.open();
        QVERIFY(other->perform(room.say(desk->state().id, incident::RedactEntries{{act}, {}})).ok());
        QTRY_COMPARE(room.filesWith(QStringLiteral("sesame")), QStringList());
        typed("open sesame now, please");
        QTRY_COMPARE(room.filesWith(QStringLiteral("open … now, please")).size(), 1);
        QCOMPARE(room.filesWith(QStringLiteral("sesame")), QStringList());
    }

    void linesOfAWindowThatLivesAreItsOwn()
    {
        StoreFolder room;
        Desk desk(room);
        desk.declare(QStringLiteral("one"));
        const Away away(room);
        desk.note(QStringLiteral("mine"));
        QVERIFY(desk.comesTo(&Session::saveStateChanged, [&] { return desk->saveState().problem.has_value(); }));
        journal::Drafts other(room.folder(), desk->state().id, QUuid::createUuid());
        QVERIFY(other.take().empty());
        QCOMPARE(draftsOf(room).size(), 1);
        desk.close();
        QCOMPARE(other.take().size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestUnsaved)
#include "tst_unsaved.moc"
