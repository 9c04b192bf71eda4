// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/badserver.h"
#include "support/program.h"
#include "support/quiettest.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace warroom::support;
using namespace Qt::StringLiterals;
using warroom::tests::BadServer;

namespace {

QByteArray matrix(const QByteArray& series)
{
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + series + "]}}";
}

const QByteArray threePoints = "{\"metric\":{\"__name__\":\"up\",\"job\":\"a\"},\"values\":"
                               "[[1769866500,\"3\"],[1769866515,\"NaN\"],[1769866560,\"1.5\"]]}";

} // namespace

/// What `warroom metrics query` says, what `warroom panel` draws, and how they end.
class TestMetricsVerb : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aRangeIsToldWithItsLastValueFirst()
    {
        m_server.answer("200 OK", matrix(threePoints));
        const Ran ran = query({u"--range"_s, u"1h"_s});
        QCOMPARE(ran.err, QString());
        QCOMPARE(ran.exit, 0);
        QCOMPARE(ran.lines(),
            (QStringList{u"1 series from 2026-01-31 13:23:00 to 2026-01-31 14:23:00 UTC, every 15 s"_s,
                u"  1.5         min 1.5          max 3            3 points, 1 gap, 1 NaN   up{job=\"a\"}"_s}));
        const QByteArray request = m_server.requests.constLast();
        QVERIFY2(request.contains("POST /api/v1/query_range "), request);
        QVERIFY2(request.contains("query=up%2B1&start=1769865780.000&end=1769869380.000&step=15.000&"), request);
    }

    void jsonSaysEverything()
    {
        m_server.answer("200 OK", matrix(threePoints));
        const Ran ran = query({u"--range"_s, u"1h"_s, u"--json"_s});
        QCOMPARE(ran.exit, 0);
        const QJsonObject series{{u"labels"_s, QJsonObject{{u"__name__"_s, u"up"_s}, {u"job"_s, u"a"_s}}},
            {u"points"_s, 3}, {u"gaps"_s, 1}, {u"nan"_s, 1}, {u"inf"_s, 0}, {u"histograms"_s, 0}, {u"min"_s, 1.5},
            {u"max"_s, 3}, {u"first"_s, 3}, {u"last"_s, 1.5}};
        const QJsonObject all{{u"status"_s, u"success"_s}, {u"http_status"_s, 200}, {u"error_type"_s, QJsonValue()},
            {u"error"_s, QJsonValue()}, {u"warnings"_s, QJsonArray()}, {u"infos"_s, QJsonArray()},
            {u"result_type"_s, u"matrix"_s}, {u"series"_s, QJsonArray{series}}, {u"left_out"_s, 0}};
        QCOMPARE(ran.json(), all);
    }

    void oneMomentIsAskedForWithoutARange()
    {
        m_server.answer("200 OK",
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":"
            "[{\"metric\":{},\"value\":[1769869380,\"+Inf\"]}]},\"warnings\":[\"half of it\"]}");
        const Ran ran = query({u"--end"_s, u"-5m"_s});
        QCOMPARE(ran.exit, 0);
        QCOMPARE(ran.lines(), (QStringList{u"1 series at 2026-01-31 14:18:00 UTC"_s, u"  inf          {}"_s}));
        QCOMPARE(ran.err, u"warroom: The server warns: half of it\n"_s);
        QVERIFY(m_server.requests.constLast().contains("&time=1769869080."));
    }

    void aTextIsPrinted()
    {
        m_server.answer(
            "200 OK", "{\"status\":\"success\",\"data\":{\"resultType\":\"string\",\"result\":[1,\"hello\"]}}");
        QCOMPARE(query({}).out, u"hello\n"_s);
        QCOMPARE(query({u"--json"_s}).json()[u"series"_s][0][u"last"_s].toString(), u"hello"_s);
    }

    void nothingIsOne_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("says");
        QTest::newRow("no series") << matrix("") << u"There is no data."_s;
        QTest::newRow("histograms") << matrix("{\"metric\":{},\"histograms\":[[1,{}]]}")
                                    << u"There are only native histograms. Ask for histogram_quantile() of them."_s;
    }
    void nothingIsOne()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, says);
        m_server.answer("200 OK", body);
        const Ran ran = query({u"--json"_s});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.err, u"warroom: "_s + says + u'\n');
        QCOMPARE(ran.json()[u"status"_s].toString(), u"success"_s);
        QCOMPARE(query({}).exit, 1);
    }

    void aFailureIsThree_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* status, const char* body, const QString& type, const QString& says) {
            QTest::newRow(status) << QByteArray(status) << QByteArray(body) << type << says;
        };
        row("400 Bad", "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"1:2: parse error\"}",
            u"bad_data"_s, u"The server refuses the query: bad_data: 1:2: parse error"_s);
        row("200 OK", "<title>Sign in</title>", u"not_prometheus"_s,
            u"What answers there is not a Prometheus API: URL: 200 Sign in"_s);
        row("401 No", "no org id", u"unauthorized"_s, u"The server does not let us in: URL: 401 no org id"_s);
        row("429 Slow", "slow down", u"unavailable"_s, u"The server has no time for us: URL: 429 slow down"_s);
    }
    void aFailureIsThree()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, type);
        QFETCH(QString, says);
        m_server.answer(status, body);
        const Ran ran = query({u"--json"_s});
        QCOMPARE(ran.exit, 3);
        QCOMPARE(ran.err, u"warroom: "_s + says.replace(u"URL"_s, m_server.url(u"/api/v1/query"_s)) + u'\n');
        QCOMPARE(ran.json()[u"status"_s].toString(), u"error"_s);
        QCOMPARE(ran.json()[u"http_status"_s].toInt(), status.left(3).toInt());
        QCOMPARE(ran.json()[u"error_type"_s].toString(), type);
        QCOMPARE(query({}).out, QString());
    }

    void hostileLabelsAreShownAsTheyAre()
    {
        m_server.answer("200 OK",
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":"
            "[{\"metric\":{\"a\":\"<img src=x>\\u001b[31m\\n\\u202e\"},\"value\":[1,\"2\"]}]}}");
        const Ran ran = query({});
        QCOMPARE(ran.lines().constLast(), u"  2            {a=\"<img src=x>␛[31m⏎ [U+202E]\"}"_s);
    }

    void aSourceOfTheSettingsHasItsKeys()
    {
        m_server.answer("200 OK", matrix(threePoints));
        configure("[source-prod]\nurl=" + m_server.url(u"/prometheus"_s).toUtf8()
            + "\nheaders/X-Scope-OrgID=team\nscrape_interval=1m\n");
        m_program.environment.insert(u"WARROOM_PROD_TOKEN"_s, u"s3cret"_s);
        const Ran ran = asked({u"--source"_s, u"prod"_s, u"--expr"_s, u"up"_s, u"--range"_s, u"1h"_s});
        QCOMPARE(ran.exit, 0);
        const QByteArray request = m_server.requests.constLast();
        QVERIFY2(request.startsWith("POST /prometheus/api/v1/query_range "), request);
        QVERIFY2(request.contains("X-Scope-OrgID: team\r\n"), request);
        QVERIFY2(request.contains("Authorization: Bearer s3cret\r\n"), request);
        QVERIFY2(request.contains("step=60.000"), request);
    }

    void aSourceThatIsSetUpWronglyIsThreeAndItsSecretIsNotRepeated()
    {
        configure("[source-prod]\nurl=http://127.0.0.1:1\npassword=s3cret\n");
        const Ran ran = asked({u"--source"_s, u"prod"_s, u"--expr"_s, u"up"_s, u"--json"_s});
        QCOMPARE(ran.exit, 3);
        QCOMPARE(ran.err, u"warroom: The server of metrics is not set up right: password\n"_s);
        QCOMPARE(ran.json()[u"error_type"_s].toString(), u"bad_source"_s);
        QCOMPARE(asked({u"--source"_s, u"other"_s, u"--expr"_s, u"up"_s}).exit, 3);
    }

    void aWrongCallIsTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char* name, const QStringList& arguments) { QTest::newRow(name) << arguments; };
        const QStringList sound{u"query"_s, u"--source"_s, u"http://127.0.0.1:1"_s, u"--expr"_s, u"up"_s};
        row("nothing", {});
        row("no source", {u"query"_s, u"--expr"_s, u"up"_s});
        row("no expression", sound.first(3));
        row("another word", QStringList{u"ask"_s} + sound.mid(1));
        row("a range that is none", sound + QStringList{u"--range"_s, u"soon"_s});
        row("no range at all", sound + QStringList{u"--range"_s, u"0"_s});
        row("a step without a range", sound + QStringList{u"--step"_s, u"15s"_s});
        row("an end that is none", sound + QStringList{u"--end"_s, u"noon"_s});
        row("a time without a zone", sound + QStringList{u"--end"_s, u"2026-01-31T14:00:00"_s});
    }
    void aWrongCallIsTwo()
    {
        QFETCH(QStringList, arguments);
        QCOMPARE(m_program.run(QStringList{u"metrics"_s} + arguments).exit, 2);
    }

    void aPictureShowsWhatWasAnswered()
    {
        const QString file = m_program.home() + u"/panel.png"_s;
        const auto drawn = [&](const QStringList& options, int exit) {
            QFile::remove(file);
            const Ran ran = started(QStringList{u"panel"_s, u"--source"_s, m_server.url(), u"--expr"_s, u"up > 2"_s,
                                        u"--screenshot"_s, file, u"--theme"_s, u"dark"_s}
                + options);
            return ran.exit == exit && ran.err.isEmpty() == (exit == 0) ? QImage(file) : QImage();
        };
        m_server.answer("200 OK", matrix(threePoints));
        const QImage plain = drawn({}, 0);
        QCOMPARE(plain.size(), QSize(770, 314));
        const QByteArray request = m_server.requests.constLast();
        QVERIFY2(request.contains("query=up&start=1769865780.000&end=1769869380.000&step=15.000&"), request);
        QCOMPARE(drawn({}, 0), plain);
        const QStringList changes[] = {{u"--unit"_s, u"s"_s}, {u"--title"_s, u"Up"_s}, {u"--bad"_s, u"< 2"_s},
            {u"--warn"_s, u"1"_s}, {u"--theme"_s, u"light"_s}, {u"--range"_s, u"2h"_s}, {u"--end"_s, u"-5m"_s}};
        for (const QStringList& change : changes) {
            const QImage other = drawn(change, 0);
            QVERIFY2(!other.isNull() && other != plain, qPrintable(change.join(u' ')));
        }
        QCOMPARE(drawn({u"--size"_s, u"400x200"_s}, 0).size(), QSize(400, 200));
        m_server.answer("200 OK", matrix(""));
        const QImage empty = drawn({}, 1);
        m_server.answer("400 Bad", R"({"status":"error","errorType":"bad_data","error":"parse error"})");
        const QImage failed = drawn({}, 3);
        QVERIFY(!empty.isNull() && !failed.isNull() && empty != failed && empty != plain);
    }

    void aPictureThatCannotBeDrawnSaysWhy()
    {
        const QStringList sound{u"panel"_s, u"--source"_s, u"http://127.0.0.1:1"_s, u"--expr"_s, u"up"_s,
            u"--screenshot"_s, m_program.home() + u"/panel.png"_s};
        QCOMPARE(m_program.run(sound).exit, 3);
        QCOMPARE(m_program.run(sound.first(5)).exit, 2);
        for (const char* option : {"--range", "--end", "--warn", "--bad", "--size", "--theme"})
            QVERIFY2(m_program.run(sound + QStringList{QString::fromLatin1(option), u"soon"_s}).exit == 2, option);
        m_server.answer("200 OK", matrix(threePoints));
        const Ran ran = started({u"panel"_s, u"--source"_s, m_server.url(), u"--expr"_s, u"up"_s, u"--screenshot"_s,
            m_program.home() + u"/lost/panel.png"_s});
        QCOMPARE(ran.exit, 3);
        QVERIFY2(ran.err.contains(u"/lost/panel.png"_s), qPrintable(ran.err));
    }

private:
    Ran query(const QStringList& more)
    {
        return asked(QStringList{u"--source"_s, m_server.url(), u"--expr"_s, u"up+1"_s} + more);
    }

    /// While the server in this process goes on.
    Ran asked(const QStringList& options) { return started(QStringList{u"metrics"_s, u"query"_s} + options); }

    Ran started(const QStringList& verb)
    {
        const auto process = m_program.start(verb);
        QSignalSpy ended(process.get(), &QProcess::finished);
        if (process->state() != QProcess::NotRunning && !ended.wait(60'000))
            qFatal("the program does not end");
        return finished(*process);
    }

    void configure(const QByteArray& settings) const
    {
        const QString folder = m_program.home() + u"/config/warroom"_s;
        QFile file(folder + u"/warroom.conf"_s);
        if (!QDir().mkpath(folder) || !file.open(QFile::WriteOnly) || file.write(settings) != settings.size())
            qWarning() << file.errorString();
    }

    BadServer m_server;
    Program m_program;
};

QTEST_GUILESS_MAIN(TestMetricsVerb)
#include "tst_metricsverb.moc"
