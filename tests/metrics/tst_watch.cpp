// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/systemports.h"
#include "metrics/badserver.h"
#include "metrics/watch.h"
#include "support/quiettest.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace warroom;
using namespace warroom::metrics;
using namespace Qt::StringLiterals;
using tests::BadServer;

namespace {

const QByteArray one = R"({"status":"success","data":{"resultType":"matrix","result":[
    {"metric":{"pod":"p-1"},"values":[[1769869500,"0.5"],[1769869515,"7"]]}]}})";

constexpr Milliseconds never{3'600'000};
constexpr Pace once{never, never, never};

} // namespace

/// The panels of an incident and the servers behind them.
class WatchTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aComparisonIsTheLimit()
    {
        const Panel errors =
            panelOf({u"Errors"_s, u"rate(x[5m]) > 0.05"_s, u"reqps"_s, playbook::Limit{true, 0.01}, {}, {}});
        QCOMPARE(errors.expr, u"rate(x[5m])"_s);
        QVERIFY(errors.thresholds
            == (std::vector<Threshold>{
                {0.01, Verdict::Warn, Threshold::Side::Above}, {0.05, Verdict::Bad, Threshold::Side::Above}}));
        const Panel up = panelOf({u"Up"_s, u"up < 3"_s, {}, {}, playbook::Limit{false, 1}, {}});
        QVERIFY(up.thresholds == (std::vector<Threshold>{{1, Verdict::Bad, Threshold::Side::Below}}));
        const Panel equal = panelOf({u"Up"_s, u"up == 0"_s, {}, {}, {}, {}});
        QCOMPARE(equal.expr, u"up == 0"_s);
        QVERIFY(equal.thresholds.empty());
    }

    void panelsAreAskedOfTheirSources()
    {
        BadServer first;
        BadServer second;
        first.answer("200 OK", one);
        second.answer(
            "422 Unprocessable Entity", R"({"status":"error","errorType":"execution","error":"too many samples"})");
        Watch watch({panel(u"a"_s), panel(u"b"_s, u"other"_s)},
            {{u"main"_s, {{u"url"_s, first.url()}}}, {u"other"_s, {{u"url"_s, second.url()}}}}, m_clock, once);
        QSignalSpy measured(&watch, &Watch::measuredAnew);
        watch.lookFrom(m_clock.now() - Milliseconds(600'000), 100);
        QTRY_COMPARE(measured.size(), 2);
        QVERIFY(first.requests.constFirst().contains("query=a"));
        QVERIFY(first.requests.constFirst().contains("/api/v1/query_range"));
        QVERIFY(second.requests.constFirst().contains("query=b"));
        QVERIFY(!watch.measured(0).failure);
        QCOMPARE(watch.measured(0).answer->series.size(), 1U);
        QCOMPARE(watch.measured(0).answer->series[0].values.back(), 7.0);
        QCOMPARE(watch.measured(0).range.step, Milliseconds(15'000));
        QVERIFY(watch.reach()[0].took);
        // A server that refuses a query is there all the same.
        QCOMPARE(watch.measured(1).failure->code, ErrorCode::QueryRefused);
        QVERIFY(!watch.measured(1).answer);
        QVERIFY(watch.reach()[1].took);
    }

    void whatIsGoneKeepsWhatItSaid()
    {
        BadServer server;
        server.answer("200 OK", one);
        Watch watch({panel(u"a"_s)}, {{u"main"_s, {{u"url"_s, server.url()}}}}, m_clock, once);
        QSignalSpy measured(&watch, &Watch::measuredAnew);
        watch.lookFrom(m_clock.now(), 100);
        QVERIFY(measured.wait());
        const Instant answered = watch.measured(0).answeredAt;
        server.say("nonsense");
        watch.lookFrom(m_clock.now(), 200);
        QVERIFY(measured.wait());
        QVERIFY(watch.measured(0).failure);
        QCOMPARE(watch.measured(0).answeredAt, answered);
        QCOMPARE(watch.measured(0).answer->series.size(), 1U);
        QVERIFY(!watch.reach()[0].took);
        QVERIFY(watch.reach()[0].failure);
    }

    void aWrongSourceIsTheFailureOfItsPanels()
    {
        Watch watch({panel(u"a"_s)}, {{u"main"_s, {{u"url"_s, u"ftp://x"_s}}}}, m_clock, once);
        watch.lookFrom(m_clock.now(), 100);
        watch.show(false);
        QCOMPARE(watch.measured(0).failure->code, ErrorCode::BadSource);
        Watch none({panel(u"a"_s)}, {}, m_clock, once);
        none.lookFrom(m_clock.now(), 100);
        QCOMPARE(none.measured(0).failure->code, ErrorCode::BadSource);
    }

private:
    static Panel panel(const QString& expr, const QString& source = {}) { return {expr, expr, {}, {}, source}; }

    SystemClock m_clock;
};

QTEST_GUILESS_MAIN(WatchTest)
#include "tst_watch.moc"
