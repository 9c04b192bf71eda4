// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/unusable.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::panels;

/// What a Prometheus would not take.
class UnusableTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void promQlIsUsable_data()
    {
        QTest::addColumn<QString>("expr");
        for (const char* expr : {"up", "1", "time() - x", "sum(rate(x[5m])) by (a) / ignoring(b) group_left(c) sum(y)",
                 "SUM by (a) (x)", "x offset 5m", "x[5m:1m] offset -1h", "rate(x[1h30m:])", "x @ end()", "a and on() b",
                 R"(x{a="|", b=~"{{c}}"})", "x > bool 1", "histogram_quantile(0.9, sum(rate(x[5m])) by (le))",
                 "quantile_over_time(0.9, rate(x[5m])[1h:5m])", "-x ^ 2 % 3", "1e-3 * x", "count_values(\"v\", x)"})
            QTest::newRow(expr) << QString::fromLatin1(expr);
    }
    void promQlIsUsable()
    {
        QFETCH(QString, expr);
        const std::optional<Refusal> refusal = unusable(expr);
        QVERIFY2(!refusal, refusal ? qPrintable(word(refusal->reason)) : "");
    }

    void everythingElseSaysWhy_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* expr, const char* reason, const char* detail = "") {
            QTest::newRow(expr) << QString::fromUtf8(expr) << QString::fromLatin1(reason)
                                << QString::fromLatin1(detail);
        };
        row(R"({app="x"} |= "error")", "logql");
        row(R"(sum(rate({app="x"} | json [5m])))", "logql");
        row("range_median(x[5m])", "metricsql", "range_median");
        row("rate(x)", "metricsql", "rate");
        row("WITH (a = b) a", "metricsql", "WITH");
        row("x default 0", "metricsql", "default");
        row("sum(x) if y", "metricsql", "if");
        row("rate({{ metric }}[5m])", "template");
        row("x)", "malformed");
        row("sum(x", "malformed");
        row("sum(x]", "malformed");
        row("x y", "malformed");
        row("x[5]", "malformed");
        row("x{a=\"b}", "malformed");
        row("$x", "malformed");
        row("", "malformed");
        row("x{a=\"\u202e\"}", "invisible");
    }
    void everythingElseSaysWhy()
    {
        QFETCH(QString, expr);
        const std::optional<Refusal> refusal = unusable(expr);
        QVERIFY(refusal);
        QTEST(word(refusal->reason), "reason");
        QTEST(refusal->detail, "detail");
    }

    void whatIsLongerThanAPlaybookTakesIsTooLong()
    {
        QVERIFY(!unusable(QString(20'000, u'x')));
        QCOMPARE(unusable(QString(20'001, u'x'))->reason, Reason::TooLong);
    }
};

QTEST_GUILESS_MAIN(UnusableTest)
#include "tst_unusable.moc"
