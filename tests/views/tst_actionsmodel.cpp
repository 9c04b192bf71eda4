// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "views/actionsmodel.h"
#include "words/told.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace warroom;
using namespace warroom::incident;
using tests::Told;
using views::ActionsModel;

/// Actions and follow-ups as rows.
class ActionsModelTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsOverStandsBehindWhatIsOpen();
    void aFollowUpIsOverdueTheDayAfter();
    void whatIsDoneOrDroppedIsNeverOverdue();
    void midnightChangesTheRowAndNothingElse();

private:
    static EntryId followUp(Told& told, QDate due)
    {
        return told.say(QStringLiteral("14:30"),
            FollowUpProposed{Told::person(QStringLiteral("dave")), due, QStringLiteral("P1"), QStringLiteral("alert")});
    }
    static bool overdue(const Told& told, QDate today)
    {
        ActionsModel model;
        model.show(told.state(), today);
        return model.index(0).data(ActionsModel::OverdueRole).toBool();
    }
};

void ActionsModelTest::whatIsOverStandsBehindWhatIsOpen()
{
    Told told = Told::declared();
    const EntryId first = told.say(QStringLiteral("14:30"), ActionAssigned{{}, {}, QStringLiteral("roll back")});
    const EntryId second = followUp(told, {});
    told.say(QStringLiteral("14:40"), ActionMarked{first, Mark::Done});
    ActionsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.show(told.state(), {2026, 1, 31});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data(ActionsModel::EntryIdRole).toUuid(), second.uuid);
    QCOMPARE(model.index(0).data(ActionsModel::PriorityRole).toString(), QStringLiteral("P1"));
    QCOMPARE(model.index(1).data(ActionsModel::EntryIdRole).toUuid(), first.uuid);
}

void ActionsModelTest::aFollowUpIsOverdueTheDayAfter()
{
    Told told = Told::declared();
    followUp(told, {2026, 2, 7});
    QVERIFY(!overdue(told, {2026, 2, 6}));
    QVERIFY(!overdue(told, {2026, 2, 7}));
    QVERIFY(overdue(told, {2026, 2, 8}));
    Told undated = Told::declared();
    followUp(undated, {});
    QVERIFY(!overdue(undated, {2026, 2, 8}));
}

void ActionsModelTest::whatIsDoneOrDroppedIsNeverOverdue()
{
    for (const Mark mark : {Mark::Done, Mark::Dropped}) {
        Told told = Told::declared();
        const EntryId work = followUp(told, {2026, 2, 7});
        told.say(QStringLiteral("14:40"), ActionMarked{work, Mark::Started});
        QVERIFY(overdue(told, {2026, 2, 8}));
        told.say(QStringLiteral("14:41"), ActionMarked{work, mark});
        QVERIFY(!overdue(told, {2026, 2, 8}));
    }
}

void ActionsModelTest::midnightChangesTheRowAndNothingElse()
{
    Told told = Told::declared();
    followUp(told, {2026, 2, 7});
    ActionsModel model;
    model.show(told.state(), {2026, 2, 7});
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.show(told.state(), {2026, 2, 8});
    model.show(told.state(), {2026, 2, 9});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(inserted.count(), 0);
}

QTEST_GUILESS_MAIN(ActionsModelTest)
#include "tst_actionsmodel.moc"
