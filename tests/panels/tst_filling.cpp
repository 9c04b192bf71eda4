// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/filling.h"
#include "support/quiettest.h"

using namespace Qt::StringLiterals;
using namespace warroom;
using namespace warroom::panels;

namespace {

Variables variables()
{
    using namespace std::chrono_literals;
    Variables all({.scrape = 30s, .step = 2min, .range = 6h});
    all.insert(u"job"_s, {.values = {u"shop.api"_s}});
    all.insert(u"pods"_s, {.isSeveral = true, .values = {u"a.1"_s, u"b"_s}});
    all.insert(u"one"_s, {.isSeveral = true, .values = {u"a.1"_s}});
    all.insert(u"all"_s, {.isSeveral = true});
    all.insert(u"some"_s, {.isSeveral = true, .pattern = u"prod-.*"_s});
    all.insert(u"labels"_s, {.isSeveral = true, .values = {u"pod"_s, u"node"_s}});
    all.insert(u"metric"_s, {.values = {u"http_requests"_s}});
    all.insert(u"window"_s, {.isInterval = true, .values = {u"10m"_s}});
    all.insert(u"n"_s, {.values = {u"7"_s}});
    all.insert(u"quote"_s, {.values = {u"a\"b\\c"_s}});
    all.insert(u"regex"_s, {.values = {u"a|b"_s}});
    return all;
}

} // namespace

/// Variables in expressions, each filled in as its place wants it.
class FillingTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aVariableIsFilledInAsItsPlaceWantsIt_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<QString>("becomes");
        const auto row = [](const char* name, const char* expr, const char* becomes) {
            QTest::newRow(name) << QString::fromUtf8(expr) << QString::fromUtf8(becomes);
        };
        row("one value", "up{job=\"$job\"}", "up{job=\"shop.api\"}");
        row("in braces", "up{job=\"${job}\"}", "up{job=\"shop.api\"}");
        row("with a form", "up{job=~\"${job:regex}\"}", "up{job=~\"shop.api\"}");
        row("the old way", "up{job=\"[[job]]\"}", "up{job=\"shop.api\"}");
        row("the old way with a form", "up{job=\"[[job:pipe]]\"}", "up{job=\"shop.api\"}");
        row("several are a pattern", "up{pod=~\"$pods\"}", "up{pod=~\"(a\\\\.1|b)\"}");
        row("several make a pattern", "up{pod=\"$pods\"}", "up{pod=~\"(a\\\\.1|b)\"}");
        row("none of several", "up{pod!=\"$pods\"}", "up{pod!~\"(a\\\\.1|b)\"}");
        row("one of several, as a pattern", "up{pod=~\"$one\"}", "up{pod=~\"a\\\\.1\"}");
        row("one of several, as it is", "up{pod=\"$one\"}", "up{pod=\"a.1\"}");
        row("all make a pattern", "up{pod=\"$all\"}", "up{pod=~\".*\"}");
        row("all as the dashboard says", "up{pod=\"$some\"}", "up{pod=~\"prod-.*\"}");
        row("not declared", "up{pod=~\"$other\"}", "up{pod=~\".*\"}");
        row("what is around becomes a pattern", "up{path=\"/a.b/$all\"}", "up{path=~\"/a\\\\.b/.*\"}");
        row("what is around was one", "up{path=~\"/a.b/$all\"}", "up{path=~\"/a.b/.*\"}");
        row("a value as a pattern beside all", "up{a=\"$job-$all\"}", "up{a=~\"shop\\\\.api-.*\"}");
        row("a pattern is left one", "up{a=~\"$regex\"}", "up{a=~\"a|b\"}");
        row("quotes in a value", "up{a=\"$quote\"}", "up{a=\"a\\\"b\\\\c\"}");
        row("in other quotes", "up{a='$all', b=`$job`}", "up{a=~'.*', b=`shop.api`}");
        row("a selector of nothing else", "{pod=~\"$all\"}", "{pod=~\".+\"}");
        row("one that is narrow", "{a=\"b\", pod=~\"$all\"}", "{a=\"b\", pod=~\".*\"}");
        row("the end of a pattern", "up{a=~\"foo$\"}", "up{a=~\"foo$\"}");

        row("a length", "rate(x[$window])", "rate(x[5m])");
        row("a length nobody knows", "rate(x[$foo])", "rate(x[5m])");
        row("chosen by Grafana", "rate(x[$__auto_interval_window])", "rate(x[5m])");
        row("a part of a length", "rate(x[${n}m])", "rate(x[7m])");
        row("of a subquery", "max_over_time(x[$__range:$__interval])", "max_over_time(x[6h:2m])");
        row("the rate's", "rate(x[$__rate_interval])", "rate(x[150s])");
        row("an offset", "x offset $foo", "x offset 5m");
        row("an offset forth", "x offset -$foo", "x offset -5m");
        row("numbers", "x / $__range_s * $__interval_ms", "x / 21600 * 120000");
        row("a number", "topk($n, x)", "topk(7, x)");
        row("a length as a number", "x * $window", "x * 5m");

        row("labels", "sum by ($labels) (x)", "sum by (pod, node) (x)");
        row("a label among others", "sum(x) without(a, $n)", "sum(x) without(a, 7)");
        row("a name", "rate(${metric}_total[5m])", "rate(http_requests_total[5m])");
        row("a name with a selector", "$metric{a=\"b\"}", "http_requests{a=\"b\"}");
        row("a name that is a pattern", "rate(node_${all}_total[5m])", "rate({__name__=~\"node_.*_total\"}[5m])");
        row("and has a selector", "node_$pods{a=\"b\"}", "{__name__=~\"node_(a\\\\.1|b)\",a=\"b\"}");
        row("and has an empty one", "node_$all{}", "{__name__=~\"node_.*\"}");
        row("a matcher", "up{$n}", "up{7}");

        row("no matcher, no variable", "label_replace(x, \"$job\", \"$1-$other\", \"b\", \"(.*)\")",
            "label_replace(x, \"shop.api\", \"$1-$other\", \"b\", \"(.*)\")");
        row("on one line", "sum(x)\n\t# all of \"them\"\n  /\r\n sum(y)", "sum(x) / sum(y)");
        row("spaces in quotes", "x{a=\"b  c\"}", "x{a=\"b  c\"}");
    }
    void aVariableIsFilledInAsItsPlaceWantsIt()
    {
        QFETCH(QString, expr);
        const auto result = filled(expr, variables());
        QVERIFY2(std::holds_alternative<QString>(result), "refused");
        QTEST(std::get<QString>(result), "becomes");
    }

    void whatHasNoValueForItsPlaceIsRefused_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<QString>("name");
        QTest::newRow("every series there is") << u"rate($all[5m])"_s << u"all"_s;
        QTest::newRow("a function") << u"${all}(x)"_s << u"all"_s;
        QTest::newRow("several functions") << u"${pods}_over_time(x[5m])"_s << u"pods"_s;
        QTest::newRow("a number") << u"topk($other, x)"_s << u"other"_s;
        QTest::newRow("labels") << u"sum by ($all) (x)"_s << u"all"_s;
        QTest::newRow("a part of a length") << u"rate(x[${other}m])"_s << u"other"_s;
        QTest::newRow("a matcher") << u"up{$all}"_s << u"all"_s;
    }
    void whatHasNoValueForItsPlaceIsRefused()
    {
        QFETCH(QString, expr);
        const auto result = filled(expr, variables());
        QVERIFY(std::holds_alternative<Refusal>(result));
        QCOMPARE(std::get<Refusal>(result).reason, Reason::NoValue);
        QTEST(std::get<Refusal>(result).detail, "name");
    }

    void theRateIntervalIsTheLongerOfTwo()
    {
        using namespace std::chrono_literals;
        const auto of = [](const Times& times) { return Variables(times).find(u"__rate_interval"_s).values; };
        QCOMPARE(of({.scrape = 15s, .step = 15s}), QStringList{u"1m"_s});
        QCOMPARE(of({.scrape = 15s, .step = 5min}), QStringList{u"315s"_s});
    }
};

QTEST_GUILESS_MAIN(FillingTest)
#include "tst_filling.moc"
