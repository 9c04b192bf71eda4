// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/precondition.h"
#include "runbook/route.h"
#include "runbook/told.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace warroom;
using namespace warroom::runbook;

namespace {

constexpr auto cases = R"(# Pod down

## Diagnosis

1. Look at its log

## Resolution

### Case 1: Out of memory

1. Give it more
2. Start it again

### Case 2: No configuration

1. Write it

## Verification

1. Watch it
)";

/// "1 look", "2 which? more:3 none:5", "4 write ->5"
QStringList told(const Route& route)
{
    QStringList all;
    for (int i = 0; i < int(route.runbook.steps.size()); ++i) {
        QString line = u"%1 %2"_s.arg(QString::number(i), route.runbook.steps[std::size_t(i)].text);
        const Route::Fork fork = route.forks.value(i);
        for (int way = 0; way < fork.leads.size(); ++way)
            line += u" %1>%2"_s.arg(fork.answers.value(way), QString::number(fork.leads[way]));
        all << line;
    }
    return all;
}

Route routeOfFirst(const QByteArray& markdown)
{
    return routeOf(documentOf(markdown).runbooks.front(), u"Which?"_s, u"None"_s);
}

QString conditionOf(const QByteArray& step)
{
    return preconditionOf(documentOf("# T\n\n## Resolution\n\n1. " + step + "\n2. Next\n").runbooks.front().steps[0]);
}

} // namespace

/// How the steps of a document are followed.
class RouteTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void stepsInARowAreFollowedAsTheyStand();
    void alternativesAreAskedForFirst();
    void treesAreWalkedQuestionByQuestion();
    void theWayOfADocumentsTree();
    void preconditions_data();
    void preconditions();
};

void RouteTest::stepsInARowAreFollowedAsTheyStand()
{
    const Route route = routeOfFirst("# T\n\n## Resolution\n\n1. look\n2. act\n");
    QCOMPARE(told(route), (QStringList{u"0 look"_s, u"1 act"_s}));
}

void RouteTest::alternativesAreAskedForFirst()
{
    const Route route = routeOfFirst(cases);
    QCOMPARE(told(route),
        (QStringList{u"0 Look at its log"_s, u"1 Which? Case 1: Out of memory>2 Case 2: No configuration>4 None>5"_s,
            u"2 Give it more"_s, u"3 Start it again >5"_s, u"4 Write it"_s, u"5 Watch it"_s}));
    QCOMPARE(route.runbook.steps[1].section, route.runbook.steps[2].section);
}

void RouteTest::treesAreWalkedQuestionByQuestion()
{
    DecisionTree tree;
    tree.title = u"Where to look"_s;
    tree.nodes = {{u"Up?"_s, 3, true, {}, {}, {{u"YES"_s, 2}, {u"NO"_s, 1}}},
        {u"Start it"_s, 4, false, 300s, {u"get the log"_s, u"start"_s}, {}},
        {u"Slow?"_s, 5, true, {}, {}, {{u"YES"_s, 1}, {{}, 3}}}, {{}, 6, false, {}, {u"END"_s}, {}}};
    const Route route = routeOf(tree);
    QCOMPARE(route.runbook.title, u"Where to look"_s);
    QCOMPARE(
        told(route), (QStringList{u"0 Up? YES>2 NO>1"_s, u"1 Start it >4"_s, u"2 Slow? YES>1 END>3"_s, u"3 END"_s}));
    QCOMPARE(route.runbook.steps[0].line, 3);
    QCOMPARE(*route.runbook.steps[1].timeBox, 300s);
    QCOMPARE(route.runbook.steps[1].blocks.front().children.size(), 2u);
}

void RouteTest::theWayOfADocumentsTree()
{
    const Document document = documentOf(bytesOf(u"tai-autonomics-playbook"_s));
    const Route route = routeOf(document.trees.front());
    const QStringList way = told(route);
    QCOMPARE(way.filter(u" YES>"_s).filter(u" NO>"_s).size(), 4);
    QVERIFY2(way.first().contains(u"Health check failing? (503)"_s), qPrintable(way.first()));
    const QString drawing = route.runbook.parts.at(0).blocks.at(0).code;
    QVERIFY2(drawing.contains(u"Health check failing?"_s) && drawing.contains(u'─'), qPrintable(drawing));
}

void RouteTest::preconditions_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QString>("condition");
    const auto row = [](const char* step, const char* condition) {
        QTest::newRow(step) << QByteArray(step) << QString::fromUtf8(condition);
    };
    row("Reset the breaker", "");
    row("Reset it (only after verifying downstream health)", "only after verifying downstream health");
    row("Reset it\n\n   Only if the others agree. Then go on.", "Only if the others agree");
    row("Reset it\n\n   Prerequisites: a maintenance window", "a maintenance window");
    row("Reset it\n\n   ```erlang\n   %% Manual reset (only after verifying health)\n   reset().\n   ```",
        "only after verifying health");
    row("Reset it\n\n   ```bash\n   echo only if\n   ```", "");
    row("Change read-only after hours", "");
}

void RouteTest::preconditions()
{
    QFETCH(QByteArray, step);
    QTEST(conditionOf(step), "condition");
}

QTEST_GUILESS_MAIN(RouteTest)
#include "tst_route.moc"
