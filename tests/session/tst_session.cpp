// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/desk.h"
#include "support/quiettest.h"

using namespace warroom;
using namespace warroom::support;
using session::Session;

/// One window's incident: commands in, state out.
class TestSession : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aDeclarationIsWhatTheSessionIsAbout()
    {
        StoreFolder room;
        Desk desk(room);
        QVERIFY(!desk->state().declared());
        QCOMPARE(desk->playbook().name, QStringLiteral("standard"));
        desk.declare(QStringLiteral("Pool is full"));
        QCOMPARE(desk->state().label, QStringLiteral("INC-2026-01-31-001"));
        QCOMPARE(desk->playbook().name, QStringLiteral("standard"));
        QVERIFY(!desk->playbookBytes().isEmpty());
        QVERIFY(desk->saveState().lastSaved.has_value());
        desk.note(QStringLiteral("goes to the new one"));
        QVERIFY(desk.savesAll());
        QCOMPARE(desk.notes(), QStringList{QStringLiteral("goes to the new one")});
    }

    void anotherPlaybookIsDeclaredWith()
    {
        StoreFolder room;
        Desk desk(room);
        session::LoadedPlaybook other = standardPlaybook();
        other.playbook.name = QStringLiteral("other");
        other.playbook.roster = {{QStringLiteral("ana"), QStringLiteral("Ana Lopez"), {}, {}, {}}};
        other.bytes += "# other";
        QCOMPARE(desk->me().rosterKey, QString());
        desk.session().declareWith(other);
        QCOMPARE(desk.refolded, 1);
        QCOMPARE(desk->playbook().name, QStringLiteral("other"));
        QCOMPARE(desk->playbookToDeclare().bytes, other.bytes);
        QCOMPARE(desk->me().rosterKey, QStringLiteral("ana"));
        desk.declare(QStringLiteral("one"));
        QCOMPARE(desk->state().playbook.value.name, QStringLiteral("other"));
        // An incident keeps its own; the next one has what was said last.
        desk.session().declareWith(standardPlaybook());
        QCOMPARE(desk->playbookBytes(), other.bytes);
        QCOMPARE(desk->playbookToDeclare().bytes, standardPlaybook().bytes);
    }

    void aSecondDeclarationIsFollowedToo()
    {
        StoreFolder room;
        Desk desk(room);
        desk.declare(QStringLiteral("one"));
        const IncidentId first = desk->state().id;
        desk.note(QStringLiteral("of one"));
        QVERIFY(desk.savesAll());
        // What is typed right behind it is about the new one already.
        desk.submit(desk.declaration(QStringLiteral("two")));
        desk.note(QStringLiteral("of two"));
        QVERIFY(desk.savesAll());
        QCOMPARE(desk->state().title.value, QStringLiteral("two"));
        QCOMPARE(desk.notes(), QStringList{QStringLiteral("of two")});
        QVERIFY(desk->state().id != first);
        QVERIFY(desk.refused.empty());
    }

    void aRefusedDeclarationLeavesTheSessionWhereItWas()
    {
        StoreFolder room;
        Desk desk(room);
        desk.declare(QStringLiteral("one"));
        desk.submit(desk.declaration(QString()), QStringLiteral("/incident P0"));
        QVERIFY(desk.savesAll());
        QCOMPARE(desk.refused.size(), std::size_t(1));
        QCOMPARE(desk.refused[0], std::pair(QStringLiteral("/incident P0"), ErrorCode::EmptyText));
        QCOMPARE(desk->state().title.value, QStringLiteral("one"));
        desk.note(QStringLiteral("of one"));
        QVERIFY(desk.savesAll());
        QCOMPARE(desk.notes(), QStringList{QStringLiteral("of one")});
        QCOMPARE(desk.refused.size(), std::size_t(1));
    }

    void orderIsKept()
    {
        StoreFolder room;
        Desk desk(room);
        desk.declare(QStringLiteral("one"));
        desk.saved.clear();
        QStringList said;
        std::vector<EntryId> acts;
        for (int i = 0; i < 30; ++i) {
            said += QStringLiteral("note %1").arg(i);
            acts.push_back(desk.note(said.last()));
        }
        QCOMPARE(desk->pending().size(), std::size_t(30));
        QVERIFY(desk.savesAll());
        QCOMPARE(desk.saved, acts);
        QCOMPARE(desk.notes(), said);
    }

    void everyLineIsAnsweredOnce()
    {
        StoreFolder room;
        Desk desk(room);
        desk.declare(QStringLiteral("one"));
        desk.saved.clear();
        const EntryId note = desk.note(QStringLiteral("fine"));
        desk.submit(incident::ChangeSeverity{desk->state().severity.value, {}}, QStringLiteral("/sev P0"));
        desk.submit(incident::ChangeSeverity{QStringLiteral("P99"), {}}, QStringLiteral("/sev P99"));
        QVERIFY(desk.savesAll());
        QCOMPARE(desk.saved, std::vector<EntryId>{note});
        QCOMPARE(desk.alreadySo, QStringList{QStringLiteral("/sev P0")});
        QCOMPARE(desk.refused.size(), std::size_t(1));
        QCOMPARE(desk.refused[0], std::pair(QStringLiteral("/sev P99"), ErrorCode::UnknownSeverity));
        QVERIFY(!desk->saveState().problem);
    }

    void savedMeansOnDiskAndInTheState()
    {
        StoreFolder room;
        Desk desk(room);
        desk.declare(QStringLiteral("one"));
        bool there = false;
        QObject::connect(&desk.session(), &Session::saved, &desk.session(),
            [&](EntryId act) { there = desk->state().entry(act) && *room.open()->holds(act); });
        desk.note(QStringLiteral("pool full"));
        QVERIFY(desk.savesAll());
        QVERIFY(there);
    }

    void entriesOfOthersAppear()
    {
        StoreFolder room;
        Desk desk(room);
        desk.declare(QStringLiteral("one"));
        const auto store = room.open();
        desk.appended = 0;
        const journal::Receipt note =
            done(store->perform(room.note(desk->state().id, QStringLiteral("from elsewhere"))));
        QVERIFY(
            desk.comesTo(&Session::appended, [&] { return desk.notes().contains(QStringLiteral("from elsewhere")); }));
        QCOMPARE(desk.appended, 1);
        desk.refolded = 0;
        QVERIFY(store->perform(room.say(desk->state().id, incident::RetractAct{note.act, {}})).ok());
        QVERIFY(desk.comesTo(&Session::refolded, [&] { return desk.refolded > 0; }));
        QVERIFY(desk->state().entry(note.act)->retracted);
    }

    void anIncidentThatOthersDeclaredIsShown()
    {
        StoreFolder room;
        const IncidentId incident{room.ids.next(room.clock.wall)};
        Desk desk(room, incident);
        incident::Submission declare = room.declare(QStringLiteral("elsewhere"));
        declare.incident = incident;
        QVERIFY(room.open()->perform(declare).ok());
        QVERIFY(desk.comesTo(&Session::refolded, [&] { return desk->state().declared(); }));
        QCOMPARE(desk->state().title.value, QStringLiteral("elsewhere"));
    }

    void anAuthorWhoWasOvertakenGetsTheLineBack()
    {
        StoreFolder room;
        Desk desk(room);
        desk.declare(QStringLiteral("one"));
        const QString worse = desk->playbook().severities[1].label;
        // Written by another while this window has not looked yet.
        QVERIFY(room.open()->perform(room.say(desk->state().id, incident::ChangeSeverity{worse, {}})).ok());
        desk.submit(incident::ChangeSeverity{worse, {}}, QStringLiteral("/sev"));
        QVERIFY(desk.savesAll());
        QCOMPARE(desk.refused.size(), std::size_t(1));
        QCOMPARE(desk.refused[0].second, ErrorCode::ChangedMeanwhile);
    }

    void whatIsReadForAListFirstIsToldAllTheSame()
    {
        StoreFolder room;
        Desk desk(room);
        desk.declare(QStringLiteral("one"));
        const IncidentId incident = desk->state().id;
        const auto other = room.open();
        const EntryId note = done(other->perform(room.note(incident, QStringLiteral("Zyqhunter77")))).act;
        desk.appended = desk.refolded = 0;
        QVERIFY(desk.board().refresh(incident));
        QCOMPARE(desk.appended, 1);
        QCOMPARE(desk.notes(), QStringList{QStringLiteral("Zyqhunter77")});
        done(other->perform(room.say(incident, incident::RedactEntries{{note}, {}})));
        QVERIFY(desk.board().refresh(incident));
        QCOMPARE(desk.refolded, 1);
        QVERIFY(desk->erased().contains(QStringLiteral("zyqhunter77")));
        desk.note(QStringLiteral("more"));
        QVERIFY(desk.savesAll());
        QCOMPARE(desk.appended, 2);
        QCOMPARE(desk.refolded, 1); // the session's own look found nothing more
    }

    void aRedactionThatIsHeldUpIsShownUntilItIsDone()
    {
        StoreFolder room;
        Desk desk(room);
        desk.declare(QStringLiteral("one"));
        const EntryId note = desk.note(QStringLiteral("Zyqhunter77"));
        QVERIFY(desk.savesAll());
        RawConnection reader(room.folder().database());
        QCOMPARE(reader.exec(QStringLiteral("BEGIN")), QString());
        QVERIFY(reader.value(QStringLiteral("SELECT count(*) FROM entry")).toInt() > 0);
        desk.submit(incident::RedactEntries{{note}, {}});
        QVERIFY(desk.savesAll());
        QVERIFY(desk->saveState().erasing);
        QTimer beside; // fires as often as the session tries
        beside.start(100);
        QSignalSpy tries(&beside, &QTimer::timeout);
        while (tries.count() < 5)
            QVERIFY(tries.wait());
        desk.note(QStringLiteral("meanwhile others go on"));
        QVERIFY(desk.savesAll());
        QVERIFY(desk->saveState().erasing);
        QCOMPARE(reader.exec(QStringLiteral("COMMIT")), QString());
        QVERIFY(desk.comesTo(&Session::saveStateChanged, [&] { return !desk->saveState().erasing; }));
        QCOMPARE(room.filesWith(QStringLiteral("Zyqhunter77")), QStringList());
    }

    void aFailureToReadIsShownUntilItIsOver()
    {
        StoreFolder room;
        Desk desk(room);
        desk.declare(QStringLiteral("one"));
        RawConnection raw(room.folder().database());
        QCOMPARE(raw.exec(QStringLiteral("ALTER TABLE entry RENAME TO mislaid")), QString());
        QVERIFY(desk.comesTo(&Session::saveStateChanged, [&] { return desk->saveState().problem.has_value(); }));
        QCOMPARE(desk->state().title.value, QStringLiteral("one"));
        QCOMPARE(raw.exec(QStringLiteral("ALTER TABLE mislaid RENAME TO entry")), QString());
        QVERIFY(desk.comesTo(&Session::saveStateChanged, [&] { return !desk->saveState().problem; }));
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
