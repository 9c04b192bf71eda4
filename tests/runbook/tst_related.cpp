// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/related.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::runbook;

/// Runbooks that fit what is said of an incident.
class RelatedTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSaidOfAnIncidentSpeaksForARunbook();
    void wordsOfAllTitlesSayNothing();
};

void RelatedTest::whatIsSaidOfAnIncidentSpeaksForARunbook()
{
    const QStringList titles{u"Memory Exhaustion"_s, u"Database Connection Pool Exhausted"_s, u"Network Partition"_s};
    const auto related = relatedTo(u"All connections of the pool are in use"_s, titles);
    QCOMPARE(related.size(), 1u);
    QCOMPARE(related[0].index, 1u);
    QCOMPARE(related[0].words, (QStringList{u"Connection"_s, u"Pool"_s}));
    QVERIFY(relatedTo({}, titles).empty());
    QVERIFY(relatedTo(u"the box is on fire"_s, titles).empty());
    // What shares more comes first.
    QCOMPARE(relatedTo(u"network: exhausted pool"_s, titles).front().index, 1u);
}

void RelatedTest::wordsOfAllTitlesSayNothing()
{
    QStringList titles;
    for (const char* what : {"disk", "cpu", "memory", "queue", "cache", "proxy"})
        titles << u"Alert: %1 high"_s.arg(QString::fromLatin1(what));
    const auto related = relatedTo(u"Alert: the queue is high"_s, titles);
    QCOMPARE(related.size(), 1u);
    QCOMPARE(related[0].words, QStringList{u"queue"_s});
}

QTEST_GUILESS_MAIN(RelatedTest)
#include "tst_related.moc"
