// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "views/stepsmodel.h"
#include "words/told.h"

#include <QAbstractItemModelTester>

using namespace warroom;
using namespace warroom::incident;
using namespace Qt::Literals::StringLiterals;
using tests::Told;
using views::StepsModel;

/// The steps of a runbook as rows.
class StepsModelTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_told = Told::declared();
        m_pool =
            m_told.say(u"14:30"_s, RunbookAttached{u"c0"_s, 3, {}, u"Pool"_s, u"pool.md"_s, u"look\nkill\nwatch"_s});
    }
    void eachStepSaysWhoMarkedItAndWhen();
    void theNextIsTheFirstThatIsNotOver();
    void notesStandAtTheirStep();
    void aHeadingStandsWhereItBegins();
    void onlyWhatTheAnswersLeadToIsThere();

private:
    void mark(const QString& time, int step, StepMark mark, const QString& text = {})
    {
        m_told.say(time, StepMarked{m_pool, step, mark, {}, text}, u"dave"_s);
    }
    void show(StepsModel& model, const std::vector<views::StepPlace>& places = {}) const
    {
        const IncidentState state = m_told.state();
        model.show(state, *state.runbook(m_pool), places);
    }

    Told m_told = Told::declared();
    EntryId m_pool;
};

void StepsModelTest::eachStepSaysWhoMarkedItAndWhen()
{
    StepsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    show(model);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(1).data(StepsModel::TextRole).toString(), u"kill"_s);
    QCOMPARE(StepMark(model.index(0).data(StepsModel::MarkRole).toInt()), StepMark::Open);
    QVERIFY(!model.index(0).data(StepsModel::AtRole).toDateTime().isValid());
    mark(u"14:35"_s, 0, StepMark::Done, u"full"_s);
    show(model);
    QCOMPARE(StepMark(model.index(0).data(StepsModel::MarkRole).toInt()), StepMark::Done);
    QCOMPARE(model.index(0).data(StepsModel::ReasonRole).toString(), u"full"_s);
    QCOMPARE(model.index(0).data(StepsModel::ByRole).toString(), u"Dave Wong"_s);
    QCOMPARE(model.index(0).data(StepsModel::AtRole).toDateTime().toString(u"HH:mm"_s), u"14:35"_s);
}

void StepsModelTest::theNextIsTheFirstThatIsNotOver()
{
    StepsModel model;
    const auto next = [&] {
        show(model);
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row).data(StepsModel::NextRole).toBool())
                all << model.index(row).data(StepsModel::TextRole).toString();
        }
        return all.join(u',');
    };
    QCOMPARE(next(), u"look"_s);
    mark(u"14:35"_s, 1, StepMark::Done);
    QCOMPARE(next(), u"look"_s);
    mark(u"14:36"_s, 0, StepMark::Skipped);
    QCOMPARE(next(), u"watch"_s);
    mark(u"14:37"_s, 2, StepMark::Done);
    QCOMPARE(next(), QString());
    mark(u"14:38"_s, 1, StepMark::Open);
    QCOMPARE(next(), u"kill"_s);
}

void StepsModelTest::notesStandAtTheirStep()
{
    m_told.say(u"14:31"_s, StepNoted{m_pool, 1, false, u"125 s old"_s});
    m_told.say(u"14:32"_s, StepNoted{m_pool, 1, true, u"ok"_s});
    m_told.say(u"14:33"_s, StepNoted{m_pool, 7, false, u"nowhere"_s});
    StepsModel model;
    show(model);
    QCOMPARE(model.index(1).data(StepsModel::SeenRole).toStringList(), QStringList{u"125 s old"_s});
    QCOMPARE(model.index(1).data(StepsModel::OutputsRole).toStringList(), QStringList{u"ok"_s});
    QVERIFY(model.index(0).data(StepsModel::SeenRole).toStringList().isEmpty());
}

void StepsModelTest::aHeadingStandsWhereItBegins()
{
    StepsModel model;
    show(model, {{1, u"Diagnosis"_s}, {1, u"Resolution"_s}, {2, u"Resolution"_s}});
    QStringList headings;
    for (int row = 0; row < 3; ++row)
        headings << model.index(row).data(StepsModel::HeadingRole).toString();
    QCOMPARE(headings, (QStringList{u"Diagnosis"_s, u"Resolution"_s, QString()}));
    QCOMPARE(model.index(2).data(StepsModel::LevelRole).toInt(), 2);
}

void StepsModelTest::onlyWhatTheAnswersLeadToIsThere()
{
    m_pool = m_told.say(u"14:31"_s,
        RunbookAttached{
            u"c1"_s, 3, {{0, {1, 2}}, {1, {3}}}, u"Cases"_s, {}, u"Full?\tyes\tno\nkill\nlook elsewhere"_s});
    StepsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    show(model);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data(StepsModel::AnswersRole).toStringList(), (QStringList{u"yes"_s, u"no"_s}));
    m_told.say(u"14:32"_s, StepMarked{m_pool, 0, StepMark::Done, 1, u"no"_s});
    show(model);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1).data(StepsModel::TextRole).toString(), u"look elsewhere"_s);
    QVERIFY(model.index(1).data(StepsModel::AnswersRole).toStringList().isEmpty());
    QCOMPARE(model.rowOf(2), 1);
    QCOMPARE(model.rowOf(1), -1);
}

QTEST_GUILESS_MAIN(StepsModelTest)
#include "tst_stepsmodel.moc"
