// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/alerts.h"
#include "support/quiettest.h"

using namespace warroom;
using namespace warroom::metrics;
using namespace Qt::StringLiterals;

namespace {

/// JSON with single quotes.
QByteArray json(QByteArray text) { return text.replace('\'', '"'); }

/// Of an Alertmanager 0.25.
QByteArray managed(const QByteArray& name, const QByteArray& startsAt, const QByteArray& state = "active")
{
    return "{'annotations':{'summary':'s'},'endsAt':'2026-11-22T05:40:46.263Z','receivers':[{'name':'n'}],"
           "'startsAt':'"
        + startsAt + "','status':{'inhibitedBy':[],'silencedBy':['5f1c'],'state':'" + state
        + "'},'updatedAt':'2026-11-22T05:35:46.263Z','generatorURL':'http://p/g','labels':{'alertname':'" + name
        + "','severity':'page'}}";
}

QStringList told(const Result<Alerts>& alerts)
{
    QStringList all;
    for (const Alert& alert : alerts->all)
        all += alert.label(u"alertname"_s) + u' ' + toIso(alert.startsAt);
    return all;
}

} // namespace

/// What servers say of alerts.
class AlertsTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void anAlertOfAnAlertmanagerBecomesAValue()
    {
        const Result<Alerts> alerts =
            parseAlertmanager(json('[' + managed("Always", "2026-11-22T05:00:00.123+01:00", "suppressed") + ']'));
        QVERIFY(alerts.ok());
        QCOMPARE(alerts->all.size(), 1U);
        const Alert& alert = alerts->all.front();
        QCOMPARE(toIso(alert.startsAt), u"2026-11-22T04:00:00.123Z"_s);
        QCOMPARE(toIso(*alert.endsAt), u"2026-11-22T05:40:46.263Z"_s);
        QCOMPARE(alert.state, AlertState::Suppressed);
        QCOMPARE(alert.labels, (std::vector<Label>{{u"alertname"_s, u"Always"_s}, {u"severity"_s, u"page"_s}}));
        QCOMPARE(alert.annotation(u"summary"_s), u"s"_s);
        QCOMPARE(alert.annotation(u"runbook_url"_s), QString());
        QCOMPARE(alert.generatorUrl, u"http://p/g"_s);
        QCOMPARE(alert.silencedBy, QStringList{u"5f1c"_s});
        QCOMPARE(alert.fingerprint, u"abc866895e782c1f"_s);
    }

    void anAlertOfAPrometheusBecomesAValue()
    {
        // Of a Prometheus 2.42, with nine digits to the second.
        const Result<Alerts> alerts = parsePrometheusAlerts(
            json("{'status':'success','data':{'alerts':[{'labels':{'alertname':'Always','severity':'page'},"
                 "'annotations':{'runbook_url':'http://x/y'},'state':'firing','activeAt':"
                 "'2026-11-22T05:34:19.632510205Z','value':'1e+00'},{'labels':{'alertname':'Later'},"
                 "'annotations':{},'state':'pending','activeAt':'2026-11-22T05:34:19.632510205Z','value':'2e+00'}]}}"));
        QVERIFY(alerts.ok());
        QCOMPARE(
            told(alerts), (QStringList{u"Always 2026-11-22T05:34:19.633Z"_s, u"Later 2026-11-22T05:34:19.633Z"_s}));
        QCOMPARE(alerts->all[0].state, AlertState::Firing);
        QCOMPARE(alerts->all[1].state, AlertState::Pending);
        QCOMPARE(alerts->all[0].annotation(u"runbook_url"_s), u"http://x/y"_s);
        QVERIFY(!alerts->all[0].endsAt);
    }

    void aFingerprintIsThatOfTheServers()
    {
        // As an Alertmanager 0.25 gave them.
        QCOMPARE(fingerprintOf({{u"alertname"_s, u"Always"_s}, {u"severity"_s, u"page"_s}}), u"abc866895e782c1f"_s);
        QCOMPARE(fingerprintOf({{u"alertname"_s, u"Ü"_s}, {u"instance"_s, u"a:1"_s}}), u"4312f49a7d3e8d04"_s);
    }

    void anAlertComesOnceForEachStart()
    {
        const QByteArray first = managed("A", "2026-11-22T05:00:00Z");
        const QByteArray again = managed("A", "2026-11-22T06:00:00Z");
        const Result<Alerts> alerts = parseAlertmanager(
            json('[' + first + ',' + first + ',' + again + ',' + managed("B", "2026-11-22T05:30:00Z") + ']'));
        QCOMPARE(told(alerts),
            (QStringList{u"A 2026-11-22T06:00:00Z"_s, u"B 2026-11-22T05:30:00Z"_s, u"A 2026-11-22T05:00:00Z"_s}));
    }

    void noEndIsWrittenAsTheYearOne()
    {
        const QByteArray body = json('[' + managed("A", "2026-11-22T05:00:00Z") + ']');
        const Result<Alerts> alerts =
            parseAlertmanager(QByteArray(body).replace("2026-11-22T05:40:46.263Z", "0001-01-01T00:00:00.000Z"));
        QVERIFY(!alerts->all.front().endsAt);
    }

    void whatIsNoAlertIsCounted()
    {
        const Result<Alerts> alerts =
            parseAlertmanager(json("[1,{}," + managed("A", "0001-01-01T00:00:00Z") + ',' + managed("A", "soon") + ','
                + managed("A", "2026-11-22T05:00:00Z", "asleep") + ',' + managed("A", "2026-11-22T05:00:00Z") + ']'));
        QCOMPARE(alerts->unread, 5);
        QCOMPARE(alerts->all.size(), 1U);
    }

    void manyAreCounted()
    {
        QByteArrayList all;
        for (int i = 0; i < mostAlerts + 5; ++i)
            all += managed(QByteArray::number(i), "2026-11-22T05:00:00Z");
        const Result<Alerts> alerts = parseAlertmanager(json('[' + all.join(',') + ']'));
        QCOMPARE(qsizetype(alerts->all.size()), mostAlerts);
        QCOMPARE(alerts->leftOut, 5);
    }

    void noneIsNone()
    {
        QVERIFY(parseAlertmanager("[]\n")->all.empty());
        QVERIFY(parsePrometheusAlerts(json("{'status':'success','data':{'alerts':[]}}"))->all.empty());
    }

    void anythingElseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char* body : {"", "null", "'status must be a bool'", "{'code':602,'message':'x'}", "<html>",
                 "[{'labels':", "{'status':'success','data':[]}", "{'status':'error','data':{'alerts':[]}}"})
            QTest::newRow(body) << json(body);
    }
    void anythingElseIsRefused()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(parseAlertmanager(body).error().code, ErrorCode::NotPrometheus);
        QCOMPARE(parsePrometheusAlerts(body).error().code, ErrorCode::NotPrometheus);
    }
};

QTEST_GUILESS_MAIN(AlertsTest)
#include "tst_alerts.moc"
