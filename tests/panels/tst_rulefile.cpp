// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/reader.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::panels;

namespace {

Fault::Code faultOf(const QByteArray& bytes) { return std::get<Fault>(read(bytes, {})).code; }

Contents contentsOf(const QByteArray& yaml) { return std::get<Contents>(read(yaml, {})); }

} // namespace

/// Rules for alerts and recordings as panels.
class RuleFileTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void anAlertIsWhatItMeasuresAndItsLimit()
    {
        const Contents contents = contentsOf(R"(
groups:
  - name: shop
    rules:
      - alert: ErrorsHigh
        expr: |
          rate(errors_total[5m])   # a second
            > 0.05
        for: 5m
        labels: {severity: warning}
        annotations: {message: "⚠️ {{ $value }}"}
      - {alert: Down, expr: up == 0, labels: {severity: page}}
)");
        QCOMPARE(contents.total(), 2);
        QCOMPARE(contents.panels.size(), size_t(2));
        const Panel& errors = contents.panels[0];
        QCOMPARE(errors.title, u"ErrorsHigh"_s);
        QCOMPARE(errors.type, u"alerting"_s);
        QCOMPARE(errors.expressions, QStringList{u"rate(errors_total[5m])"_s});
        QVERIFY((errors.limits == std::vector{Limit{{u">"_s, 0.05}, metrics::Verdict::Warn}}));
        QCOMPARE(contents.panels[1].expressions, QStringList{u"up"_s});
        QVERIFY((contents.panels[1].limits == std::vector{Limit{{u"=="_s, 0}, metrics::Verdict::Bad}}));
        QVERIFY(contents.isWhole());
    }

    void aRecordingIsWhatItRecords()
    {
        const Contents contents =
            contentsOf("groups:\n- name: a\n  rules:\n  - record: job:errors:rate5m\n    expr: sum(rate(e[5m]))\n");
        QCOMPARE(contents.panels.size(), size_t(1));
        QCOMPARE(contents.panels[0].title, u"job:errors:rate5m"_s);
        QCOMPARE(contents.panels[0].type, u"recording"_s);
        QCOMPARE(contents.panels[0].expressions, QStringList{u"sum(rate(e[5m]))"_s});
    }

    void aRuleThatCannotBeAskedIsSkippedWithItsReason()
    {
        const Contents contents = contentsOf(R"(
groups:
- rules:
  - {alert: Logs, expr: 'rate({app="x"} |= "e" [5m]) > 1'}
  - {alert: Nothing}
  - {alert: List, expr: [up]}
  - just a text
  - {alert: Up, expr: up}
- no group
- {rules: none}
)");
        QCOMPARE(contents.total(), 5);
        QStringList skipped;
        for (const Skipped& each : contents.skipped)
            skipped += each.title + u' ' + word(each.refusal.reason);
        QCOMPARE(skipped, (QStringList{u"Logs logql"_s, u"Nothing no-query"_s, u"List no-query"_s, u" not-a-panel"_s}));
        QVERIFY(!contents.isWhole());
    }

    void otherPlacesForRulesAreFound()
    {
        QCOMPARE(contentsOf("kind: PrometheusRule\nspec: {groups: [{rules: [{alert: A, expr: up}]}]}\n").total(), 1);
        QCOMPARE(contentsOf("a: b\n---\ngroups: [{rules: [{alert: A, expr: up}]}]\n---\n").total(), 1);
        QCOMPARE(contentsOf("groups: []\n").total(), 0);
        QCOMPARE(contentsOf("\xef\xbb\xbfgroups: []\n").total(), 0);
    }

    void whatIsNoFileOfRulesSaysSo()
    {
        QCOMPARE(faultOf(""), Fault::Code::NoPanels);
        QCOMPARE(faultOf("just a text"), Fault::Code::NoPanels);
        QCOMPARE(faultOf("- a\n- b\n"), Fault::Code::NoPanels);
        QCOMPARE(faultOf("groups: 5\n"), Fault::Code::NoPanels);
        QCOMPARE(faultOf("a: [b\n"), Fault::Code::NotYaml);
        QCOMPARE(faultOf("a\xff"), Fault::Code::NotText);
        QCOMPARE(faultOf(QByteArray("a\0b", 3)), Fault::Code::NotText);
        QCOMPARE(faultOf(QByteArray(100'000, '-')), Fault::Code::NoPanels);
        QCOMPARE(faultOf("a: " + QByteArray(100'000, '[')), Fault::Code::NotYaml);
    }

    void aFileIsBounded()
    {
        const QByteArray rule = "  - {alert: A, expr: up}\n";
        QCOMPARE(contentsOf("groups:\n- rules:\n" + rule.repeated(mostPanels)).total(), mostPanels);
        QCOMPARE(faultOf("groups:\n- rules:\n" + rule.repeated(mostPanels + 1)), Fault::Code::TooMany);
        // Ten to the power of what there are lines, were nobody to count.
        const QByteArray aliases = "a: &a [{rules: &r [x,x,x,x,x,x,x,x,x,x]}]\n"
                                   "b: &b {rules: [*r,*r,*r,*r,*r,*r,*r,*r,*r,*r]}\ngroups: ["
            + QByteArray("*b,").repeated(1000) + "]\n";
        QCOMPARE(faultOf(aliases), Fault::Code::TooMany);
    }
};

QTEST_GUILESS_MAIN(RuleFileTest)
#include "tst_rulefile.moc"
