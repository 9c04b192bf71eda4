// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/table.h"
#include "support/quiettest.h"

using namespace warroom;
using namespace warroom::incident;
using namespace warroom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

TellAlert errors(AlertState state, const QString& startsAt = u"14:01:30"_s)
{
    return {u"a1"_s, at(startsAt), state, u"HighErrorRate"_s, {{u"pod"_s, u"p-3"_s}}, u"5 % of requests fail"_s,
        u"https://runbooks/errors"_s, u"https://prometheus/graph"_s};
}

const TellAlert firing = errors(AlertState::Firing);
const TellAlert resolved = errors(AlertState::Resolved);

TellAlert alertNamed(const QString& name, const QString& fingerprint = {})
{
    return {fingerprint, at(u"14:01:30"_s), AlertState::Firing, name};
}

} // namespace

/// What monitoring systems say, as entries of the incident.
class TstAlertRules : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void decisions_data();
    void decisions() { compareDecision(); }
    void fireUntilTheyAreResolved();
    void whoSaysThatItIsOverNeedNotSayAgainWhatItWas();
    void eachTimeThatOneFiresIsItsOwn();
    void labelsGoThroughLines();
    void aRedactedAlertHasNoWords();
};

void TstAlertRules::decisions_data()
{
    addDecisionColumns();
    const auto row = addDecision;
    row("fires", {}, firing, u"alert a1 firing 'HighErrorRate'"_s);
    row("still fires", {firing}, firing, u"nothing"_s);
    row("is over", {firing}, resolved, u"alert a1 resolved 'HighErrorRate'"_s);
    row("is silenced", {firing}, errors(AlertState::Suppressed), u"alert a1 suppressed 'HighErrorRate'"_s);
    row("fires once more", {firing, resolved}, errors(AlertState::Firing, u"14:02:10"_s),
        u"alert a1 firing 'HighErrorRate'"_s);
    row("is over before anybody saw it", {}, resolved, u"alert a1 resolved 'HighErrorRate'"_s);
    row("without a fingerprint", {}, alertNamed(u" Disk  full "_s), u"alert Disk full firing 'Disk full'"_s);
    row("without a name", {}, alertNamed(u" "_s, u"a1"_s), u"refused: EmptyText"_s);
    TellAlert early = firing;
    early.startsAt = fromMs(-1);
    row("from before 1970", {}, early, u"refused: BadTime 1969-12-31T23:59:59.999Z"_s);
}

void TstAlertRules::fireUntilTheyAreResolved()
{
    Story story = Story::declared();
    story.says(firing);
    QCOMPARE(story.state().firing().size(), 1U);
    const Alert alert = story.state().firing().front();
    QCOMPARE(alert.name, firing.name);
    QCOMPARE(alert.labels, firing.labels);
    QCOMPARE(alert.summary, firing.summary);
    QCOMPARE(alert.runbookUrl, firing.runbookUrl);
    QCOMPARE(alert.graphUrl, firing.graphUrl);
    QCOMPARE(alert.startsAt, firing.startsAt);
    // Silenced it fires all the same.
    story.says(errors(AlertState::Suppressed));
    QCOMPARE(story.state().firing().size(), 1U);
    story.says(resolved);
    QVERIFY(story.state().firing().empty());
    QCOMPARE(story.state().alerts.size(), 1);
}

void TstAlertRules::whoSaysThatItIsOverNeedNotSayAgainWhatItWas()
{
    Story story = Story::declared();
    story.says(firing);
    TellAlert bare = resolved;
    bare.labels.clear();
    bare.summary.clear();
    story.says(bare);
    QCOMPARE(story.state().alerts.first().labels, firing.labels);
    QCOMPARE(story.state().alerts.first().summary, firing.summary);
}

void TstAlertRules::eachTimeThatOneFiresIsItsOwn()
{
    Story story = Story::declared();
    story.says(firing);
    story.says(errors(AlertState::Firing, u"14:02:10"_s));
    story.says(resolved);
    QCOMPARE(story.state().firing().size(), 1U);
    QCOMPARE(story.state().firing().front().startsAt, at(u"14:02:10"_s));
}

void TstAlertRules::labelsGoThroughLines()
{
    const QMap<QString, QString> labels{{u"pod"_s, u"p=3\nx"_s}, {u"zone"_s, {}}};
    QCOMPARE(linesOf(labels), u"pod=p=3 x\nzone="_s);
    QCOMPARE(labelsOf(linesOf(labels)), (QMap<QString, QString>{{u"pod"_s, u"p=3 x"_s}, {u"zone"_s, {}}}));
    QVERIFY(labelsOf({}).isEmpty());
}

void TstAlertRules::aRedactedAlertHasNoWords()
{
    Story story = Story::declared();
    story.says(firing);
    story.says(RedactEntries{{story.state().entries.back()->id}, {}});
    const Alert alert = story.state().alerts.first();
    QVERIFY(alert.name.isEmpty() && alert.summary.isEmpty() && alert.labels.isEmpty() && alert.runbookUrl.isEmpty());
    QCOMPARE(story.state().firing().size(), 1U);
}

QTEST_GUILESS_MAIN(TstAlertRules)
#include "tst_alertrules.moc"
