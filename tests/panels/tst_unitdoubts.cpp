// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/unitdoubts.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::panels;

Q_DECLARE_METATYPE(std::vector<UnitDoubt>)

/// Units that may be wrong.
class UnitDoubtsTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aUnitIsDoubted_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("expr");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<std::vector<UnitDoubt>>("doubts");
        const auto row = [](const char* title, const char* expr, const char* unit, std::vector<UnitDoubt> doubts = {}) {
            QTest::addRow("%s, %s in %s", title, expr, unit)
                << QString::fromLatin1(title) << QString::fromLatin1(expr) << QString::fromLatin1(unit) << doubts;
        };
        const char* const errors = R"(rate(http_requests_total{status=~"5.."}[5m]) > 0.05)";
        const char* const share = "sum(rate(errors_total[5m])) / sum(rate(all_total[5m]))";
        const char* const percent = "100 * sum(rate(errors_total[5m])) / sum(rate(all_total[5m]))";
        const char* const busy = R"(1 - avg(rate(node_cpu_seconds_total{mode="idle"}[5m])))";
        row("Errors", errors, "reqps");
        row("Error rate > 5%", errors, "reqps", {UnitDoubt::SaysPercent});
        row("Error percentage", errors, "", {UnitDoubt::SaysPercent});
        row("Percentile 95", "x", "s");
        row("Errors", errors, "percent", {UnitDoubt::RateAsPercent});
        row("Errors", errors, "percentunit", {UnitDoubt::RateAsPercent});
        row("Errors, %", share, "percentunit");
        row("Errors, %", share, "percent", {UnitDoubt::ShareAsPercent});
        row("Errors, %", percent, "percent");
        row("Errors, %", percent, "percentunit", {UnitDoubt::PercentAsShare});
        row("CPU", busy, "percentunit");
        row("CPU", busy, "percent", {UnitDoubt::ShareAsPercent});
        row("Disk", "a / b > 80", "percentunit", {UnitDoubt::LimitOutOfShare});
        row("Disk", "a / b > 0.8", "percentunit");
        row("Disk", "100 * a / b > 80", "percent");
        row("Use", "rate(a[5m]) / limit", "percentunit");
    }
    void aUnitIsDoubted()
    {
        QFETCH(QString, title);
        QFETCH(QString, expr);
        QFETCH(QString, unit);
        playbook::MetricPanel panel;
        panel.title = title;
        panel.expr = expr;
        panel.unit = unit;
        QTEST(unitDoubts(panel), "doubts");
    }

    void aLimitBesideTheExpressionCounts()
    {
        playbook::MetricPanel panel;
        panel.unit = u"percentunit"_s;
        panel.warn = playbook::Limit{true, 5};
        QCOMPARE(unitDoubts(panel), std::vector{UnitDoubt::LimitOutOfShare});
    }
};

QTEST_GUILESS_MAIN(UnitDoubtsTest)
#include "tst_unitdoubts.moc"
