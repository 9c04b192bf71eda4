// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/expression.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::metrics;

/// Expressions and the limits at their ends.
class ExpressionTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aComparisonIsTakenOff_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<QString>("measured");
        QTest::addColumn<QString>("limit");
        const auto row = [](const char* name, const char* expr, const char* measured, const char* limit) {
            QTest::newRow(name) << QString::fromLatin1(expr) << QString::fromLatin1(measured)
                                << QString::fromLatin1(limit);
        };
        row("errors", R"(rate(http_requests_total{status=~"5.."}[5m]) > 0.05)",
            R"(rate(http_requests_total{status=~"5.."}[5m]))", "> 0.05");
        row("latency", "histogram_quantile(0.95, rate(x_bucket[5m])) > 2",
            "histogram_quantile(0.95, rate(x_bucket[5m]))", "> 2");
        row("memory", "process_resident_memory_bytes / 1024 / 1024 / 1024 > 0.8",
            "process_resident_memory_bytes / 1024 / 1024 / 1024", "> 0.8");
        row("turned round", "0.9 <= up", "up", ">= 0.9");
        row("below nothing", "x < -1.5e3", "x", "< -1500");
        row("equal", "up == 0", "up", "== 0");
        row("over lines", "sum(x)\n  # many\n  > 3", "sum(x)\n  # many", "> 3");
        row("the last of two", "x > 1 < 5", "x > 1", "< 5");
        row("operators in quotes", R"(x{a="> 1", b='}'} > 1)", R"(x{a="> 1", b='}'})", "> 1");
        row("none", "sum(rate(x[5m]))", "sum(rate(x[5m]))", "");
        row("inside", "count(x > 1)", "count(x > 1)", "");
        row("with another measure", "x > y", "x > y", "");
        row("with a calculation", "x > 10 * 60", "x > 10 * 60", "");
        row("bool is no filter", "x > bool 1", "x > bool 1", "");
        row("beside and", "x > 1 and y > 2", "x > 1 and y > 2", "");
        row("beside UNLESS", "x unless y > 2", "x unless y > 2", "");
        row("numbers only", "1 > 2", "1 > 2", "");
        row("a matcher is none", R"(x{a!="b"})", R"(x{a!="b"})", "");
        row("a metric called so", "android > 2", "android", "> 2");
        row("brackets that do not fit", "x) > 1", "x) > 1", "");
        row("brackets that do not end", "f(x > 1", "f(x > 1", "");
        row("nothing", "  ", "", "");
        row("half", "x >", "x >", "");
    }
    void aComparisonIsTakenOff()
    {
        QFETCH(QString, expr);
        QFETCH(QString, measured);
        QFETCH(QString, limit);
        const Split both = split(expr);
        QCOMPARE(both.expr, measured);
        const QString found =
            both.comparison ? both.comparison->op + u' ' + QString::number(both.comparison->value) : QString();
        QCOMPARE(found, limit);
    }
};

QTEST_GUILESS_MAIN(ExpressionTest)
#include "tst_expression.moc"
