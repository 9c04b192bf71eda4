// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "views/timelinemodel.h"
#include "words/told.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <algorithm>

using namespace warroom;
using namespace warroom::incident;
using tests::Told;
using views::TimelineModel;

/// The timeline as rows.
class TimelineModelTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatOnlyKeepsTheBooksIsNoRow();
    void anEntryTellsItsStateAndPeople();
    void aNewEntryIsOneInsertion();
    void anAmendedTimeMovesTheRowAndTheSelectionWithIt();
    void theFirstRowOfAnotherDayIsMarked();
    void anyStateTurnsIntoAnyOther();

private:
    static QStringList kinds(const TimelineModel& model);
    static IncidentState randomState(const IncidentState& all, QRandomGenerator& random);
};

QStringList TimelineModelTest::kinds(const TimelineModel& model)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result << model.index(row).data(TimelineModel::KindRole).toString();
    return result;
}

void TimelineModelTest::whatOnlyKeepsTheBooksIsNoRow()
{
    Told told = Told::declared();
    const EntryId note = told.note(QStringLiteral("14:30"), QStringLiteral("a"));
    told.say(QStringLiteral("14:31"), EntryFlagged{note, Flag::Pinned, true});
    told.say(QStringLiteral("14:31"), EntryAmended{note, {}, QStringLiteral("b")});
    TimelineModel model;
    model.show(told.state());
    QCOMPARE(kinds(model), (QStringList{QStringLiteral("declared"), QStringLiteral("note")}));
}

void TimelineModelTest::anEntryTellsItsStateAndPeople()
{
    Told told = Told::declared();
    const EntryId note =
        told.say(QStringLiteral("14:30"), Noted{NoteKind::Decision, QStringLiteral("a")}, QStringLiteral("alice"));
    told.say(QStringLiteral("14:31"), EntryFlagged{note, Flag::Pinned, true});
    TimelineModel model;
    model.show(told.state());
    const QModelIndex row = model.index(model.rowOf(note));
    QCOMPARE(row.data(TimelineModel::ByRole).toString(), QStringLiteral("Alice Chen"));
    QCOMPARE(row.data(TimelineModel::AuthorRole).toString(), QStringLiteral("Carol Lee"));
    QCOMPARE(row.data(TimelineModel::PinnedRole).toBool(), true);
    QCOMPARE(row.data(TimelineModel::StateRole).toInt(), int(TimelineModel::Live));
    told.say(QStringLiteral("14:32"), EntryRetracted{note, {}});
    model.show(told.state());
    QCOMPARE(row.data(TimelineModel::StateRole).toInt(), int(TimelineModel::Retracted));
}

void TimelineModelTest::aNewEntryIsOneInsertion()
{
    Told told = Told::declared();
    TimelineModel model;
    model.show(told.state());
    told.note(QStringLiteral("14:30"), QStringLiteral("a"));
    QSignalSpy inserted(&model, &TimelineModel::rowsInserted);
    QSignalSpy changed(&model, &TimelineModel::dataChanged);
    model.show(told.state());
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(changed.count(), 0);
    model.show(told.state());
    QCOMPARE(inserted.count(), 1);
}

void TimelineModelTest::anAmendedTimeMovesTheRowAndTheSelectionWithIt()
{
    Told told = Told::declared();
    const EntryId note = told.note(QStringLiteral("14:30"), QStringLiteral("a"));
    told.note(QStringLiteral("14:31"), QStringLiteral("b"));
    told.note(QStringLiteral("14:32"), QStringLiteral("c"));
    TimelineModel model;
    model.show(told.state());
    const QPersistentModelIndex selected(model.index(model.rowOf(note)));
    told.say(QStringLiteral("14:33"), EntryAmended{note, tests::at(QStringLiteral("14:40")), {}});
    QSignalSpy moved(&model, &TimelineModel::rowsMoved);
    model.show(told.state());
    QCOMPARE(moved.count(), 1);
    QCOMPARE(selected.row(), model.rowCount() - 1);
    QCOMPARE(selected.data(TimelineModel::EntryIdRole).toUuid(), note.uuid);
}

void TimelineModelTest::theFirstRowOfAnotherDayIsMarked()
{
    Told told = Told::declared();
    const EntryId first = told.note(QStringLiteral("23:59"), QStringLiteral("a"));
    const EntryId second = told.note(QStringLiteral("14:24"), QStringLiteral("b"));
    told.say(QStringLiteral("14:33"),
        EntryAmended{second, tests::at(QStringLiteral("23:59")) + std::chrono::minutes(2), {}});
    TimelineModel model;
    model.show(told.state());
    QCOMPARE(model.index(model.rowOf(first)).data(TimelineModel::NewDayRole).toBool(), false);
    QCOMPARE(model.index(model.rowOf(second)).data(TimelineModel::NewDayRole).toBool(), true);
}

IncidentState TimelineModelTest::randomState(const IncidentState& all, QRandomGenerator& random)
{
    IncidentState state = all;
    // Whether only the end of it is another one, as after most entries.
    const bool grown = random.bounded(2) == 0;
    std::shuffle(state.entries.begin() + (grown ? 6 : 0), state.entries.end(), random);
    state.entries.resize(std::size_t(random.bounded(int(state.entries.size()) + 1)));
    const int kept = random.bounded(2) == 0 ? 0 : random.bounded(int(state.entries.size()) + 1);
    std::for_each(state.entries.begin() + kept, state.entries.end(), [&](EntryPtr& entry) {
        auto changed = std::make_shared<Entry>(*entry);
        changed->pinned = random.bounded(2) == 0;
        entry = changed;
    });
    return state;
}

void TimelineModelTest::anyStateTurnsIntoAnyOther()
{
    Told told = Told::declared();
    for (int i = 0; i < 12; ++i)
        told.note(QStringLiteral("14:%1").arg(30 + i), QString::number(i));
    const IncidentState all = told.state();
    TimelineModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QRandomGenerator random(5);
    for (int n = 0; n < 500; ++n) {
        const IncidentState state = randomState(all, random);
        model.show(state);
        const auto rows = views::timelineRows(state);
        QCOMPARE(model.rowCount(), int(rows.size()));
        for (int row = 0; row < model.rowCount(); ++row) {
            const TimelineModel& shown = model;
            QCOMPARE(shown.index(row).data(TimelineModel::EntryRole).value<EntryPtr>()->pinned,
                rows[std::size_t(row)].entry->pinned);
            QCOMPARE(shown.index(row).data(TimelineModel::EntryIdRole).toUuid(), rows[std::size_t(row)].key().uuid);
        }
    }
}

QTEST_GUILESS_MAIN(TimelineModelTest)
#include "tst_timelinemodel.moc"
