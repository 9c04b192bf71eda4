// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/told.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace warroom;
using namespace warroom::runbook;

namespace {

/// "0 START -> 1", "1 Health? YES 2 NO 3"
QStringList told(const DecisionTree& tree)
{
    QStringList all;
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        const DecisionTree::Node& node = tree.nodes[i];
        QString line = u"%1 %2"_s.arg(i).arg(node.text);
        for (const DecisionTree::Edge& edge : node.edges)
            line += u" %1 %2"_s.arg(edge.answer.isEmpty() ? u"->"_s : edge.answer).arg(edge.node);
        all += line;
    }
    return all;
}

QStringList toldOf(const QByteArray& drawing)
{
    const Document document = documentOf("# T\n\n```\n" + drawing + "```\n");
    return document.trees.empty() ? QStringList() : told(document.trees.front());
}

} // namespace

/// Drawings that become questions with answers.
class DecisionTreeTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void boxesAndLinesAreWalked()
    {
        const Document document = documentOf(bytesOf(u"erlmcp-incident-response"_s));
        QCOMPARE(document.trees.size(), std::size_t(1));
        const DecisionTree& tree = document.trees.front();
        QCOMPARE(tree.title, u"Escalation Decision Tree"_s);
        QCOMPARE(told(tree),
            (QStringList{u"0 Alert Triggered -> 1"_s, u"1 On-Call acknowledges within 15 min -> 2"_s,
                u"2 Can resolve in 30min? YES 3 NO 4"_s, u"3 Execute runbook -> 5"_s, u"4 Escalate to IC -> 6"_s,
                u"5 Verify resolution -> 7"_s, u"6 IC declares P0/P1 -> 8"_s, u"7 Document in ticket"_s,
                u"8 Assemble war room"_s}));
        QCOMPARE(tree.nodes[1].limit.value_or(0s), 900s);
        QCOMPARE(tree.nodes[2].limit.value_or(0s), 1800s);
        QVERIFY(tree.nodes[2].question && !tree.nodes[1].question);
        QVERIFY(tree.drawing.startsWith(u"┌───"_s));
        QCOMPARE(tree.nodes[0].line, 177);
    }

    void branchesOfATreeAreWalked()
    {
        const Document document = documentOf(bytesOf(u"tai-autonomics-playbook"_s));
        QCOMPARE(document.trees.size(), std::size_t(1));
        const DecisionTree& tree = document.trees.front();
        QCOMPARE(tree.title, u"Troubleshooting Decision Tree"_s);
        QCOMPARE(told(tree),
            (QStringList{u"0 START -> 1"_s, u"1 Health check failing? (503) YES 2 NO 3"_s, u"2 Supervisor issue"_s,
                u"3 Error rate high? (> 1%) YES 4 NO 5"_s, u"4 Check error types"_s,
                u"5 Latency high? (P99 > 1s) YES 6 NO 7"_s, u"6 Resource or dependency"_s,
                u"7 Receipts missing? YES 8 NO 9"_s, u"8 Firestore issue"_s, u"9 No issue detected -> 10"_s,
                u"10 END"_s}));
        QCOMPARE(tree.nodes[2].acts,
            (QStringList{
                u"1. Check logs: grep \"ERROR\" logs/*"_s, u"2. Restart supervisors"_s, u"3. If persist: ROLLBACK"_s}));
        QCOMPARE(std::ranges::count_if(tree.nodes, &DecisionTree::Node::question), 4);
    }

    void aTreeMayBeDrawnWithoutBoxCharacters()
    {
        QCOMPARE(
            toldOf("Is it up?\n|-- YES -> Is it slow?\n|   |-- YES -> Scale\n|   `-- NO -> Done\n`-- NO -> Restart\n"),
            (QStringList{u"0 Is it up? YES 1 NO 4"_s, u"1 Is it slow? YES 2 NO 3"_s, u"2 Scale"_s, u"3 Done"_s,
                u"4 Restart"_s}));
    }

    void otherDrawingsAreNoTrees_data()
    {
        QTest::addColumn<QByteArray>("drawing");
        QTest::newRow("a folder") << "src\n├── a.cpp\n└── b.cpp\n"_ba;
        QTest::newRow("a box") << "┌───┐\n│ A │\n└───┘\n"_ba;
        QTest::newRow("an open box") << "┌───\n│ A\n└───\n"_ba;
        QTest::newRow("corners") << "┌┌┌┌\n└└└└\n┐┐┐┐\n"_ba;
        QTest::newRow("text") << "ls |-- pwd\n"_ba;
    }
    void otherDrawingsAreNoTrees()
    {
        QFETCH(QByteArray, drawing);
        QCOMPARE(toldOf(drawing), QStringList());
    }
};

QTEST_GUILESS_MAIN(DecisionTreeTest)
#include "tst_decisiontree.moc"
