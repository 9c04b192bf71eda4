// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/systemports.h"
#include "metrics/client.h"
#include "metrics/summary.h"
#include "real/metricserver.h"
#include "support/program.h"
#include "support/quiettest.h"
#include "support/scrapetarget.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QSignalSpy>

#include <cmath>

using namespace warroom;
using namespace warroom::metrics;
using namespace Qt::StringLiterals;
using support::Ran;
using tests::MetricServer;

namespace {

constexpr MetricServer::Kind kind = MetricServer::Kind::WARROOM_SERVER;

/// For what a server has to scrape first.
constexpr int soon = 30'000;

} // namespace

/// What real servers answer, from the target that is scraped to the values that are read.
class MetricServerTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aTargetsWayFromItsValuesToItsDeathAndBack()
    {
        if (MetricServer::program(kind).isEmpty())
            QSKIP("This server is not installed, so nothing is known about it.");
        constexpr bool isPrometheus = kind == MetricServer::Kind::Prometheus;
        support::ScrapeTarget target;
        target.set("queue_depth{shard=\"é\\\"\"}", "42");
        target.set("odd", "+Inf");
        target.set("odder", "NaN");
        const MetricServer server(kind, target.address());
        const Result<Source> source =
            metrics::source(u"real"_s, {{u"url"_s, server.url()}, {u"scrape_interval"_s, u"1s"_s}});
        QVERIFY(source.ok());
        m_client = std::make_unique<Client>(*source, m_clock);
        QTRY_VERIFY_WITH_TIMEOUT(value(u"queue_depth"_s) == 42, soon);

        // Values, as the target says them.
        const Answer depth = answer(u"queue_depth"_s);
        QCOMPARE(depth.type, ResultType::Vector);
        QVERIFY(has(depth, u"shard"_s, u"é\""_s) && has(depth, u"job"_s, u"shop"_s));
        QVERIFY(has(depth, u"instance"_s, target.address()));
        QCOMPARE(value(u"vector(1) + 1"_s), 2.0);
        QCOMPARE(value(u"odd"_s), HUGE_VAL);
        QCOMPARE(value(u"1.79e308"_s), 1.79e308);
        QCOMPARE(value(u"queue_depth > 50"_s), std::nullopt);
        QVERIFY(answer(u"nothing_of_that_name"_s).series.empty());
        if (isPrometheus) {
            QVERIFY(std::isnan(value(u"odder"_s).value_or(0)));
            QCOMPARE(answer(u"1"_s).type, ResultType::Scalar);
            QCOMPARE(answer(u"\"a text\""_s).text, u"a text"_s);
        }
        QTRY_VERIFY_WITH_TIMEOUT(summary(series(u"queue_depth[1m]"_s), {}).points >= 3, soon);

        // Refusals, in its own words.
        const Outcome wrong = outcome({u"queue_depth +"_s, m_clock.now()});
        QCOMPARE(wrong.failure()->code, ErrorCode::QueryRefused);
        QVERIFY2(wrong.failure()->detail.contains(u"parse"_s), qPrintable(wrong.failure()->detail));
        const Instant now = m_clock.now();
        const Outcome fine = outcome({u"queue_depth"_s, rangeOf(now - std::chrono::hours(24), now, Milliseconds(1))});
        QCOMPARE(fine.failure()->code, ErrorCode::QueryRefused);
        QVERIFY2(fine.failure()->detail.contains(u"points"_s), qPrintable(fine.failure()->detail));
        QCOMPARE(fine.httpStatus, isPrometheus ? 400 : 422);

        // The target dies, its series end; it comes back, and between is a gap.
        target.die();
        const Instant died = m_clock.now();
        QTRY_COMPARE_WITH_TIMEOUT(value(u"up"_s), std::optional(0.0), soon);
        QTRY_VERIFY_WITH_TIMEOUT(!value(u"queue_depth"_s), soon);
        QTRY_VERIFY_WITH_TIMEOUT(m_clock.now() - died > std::chrono::seconds(3), soon);
        target.set("queue_depth{shard=\"é\\\"\"}", "7");
        target.comeBack();
        QTRY_VERIFY_WITH_TIMEOUT(value(u"queue_depth"_s) == 7, soon);
        const Summary all = summary(series(u"queue_depth[2m]"_s), Milliseconds(1'000));
        QVERIFY2(all.gaps >= 1, qPrintable(QString::number(all.gaps)));
        QCOMPARE(all.first, 42.0);
        QCOMPARE(all.last, 7.0);
        QCOMPARE(all.max, 42.0);

        // The end of a range is a whole second in the past.
        QTRY_VERIFY_WITH_TIMEOUT(value(u"queue_depth offset 1s"_s) == 7, soon);
        theProgramSaysTheSame(server.url());
        QVERIFY2(server.isRunning(), qPrintable(server.log()));
    }

private:
    void theProgramSaysTheSame(const QString& url)
    {
        support::Program program;
        program.clock.clear();
        const QStringList asking{u"metrics"_s, u"query"_s, u"--source"_s, url, u"--expr"_s, u"queue_depth"_s};
        const Ran ran = program.run(asking + QStringList{u"--range"_s, u"2m"_s, u"--step"_s, u"1s"_s, u"--json"_s});
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        const QJsonValue series = ran.json()[u"series"_s][0];
        QCOMPARE(ran.json()[u"result_type"_s].toString(), u"matrix"_s);
        QCOMPARE(series[u"first"_s].toDouble(), 42.0);
        QCOMPARE(series[u"last"_s].toDouble(), 7.0);
        const Ran none = program.run(QStringList(asking).replaceInStrings(u"queue_depth"_s, u"queue_depth > 50"_s));
        QCOMPARE(none.exit, 1);
        const QString file = program.home() + u"/panel.png"_s;
        QStringList drawing = QStringList(asking).mid(2) + QStringList{u"--screenshot"_s, file, u"--range"_s, u"2m"_s};
        // The points of its picture are 15 s apart, and the first samples may be younger than the last of them.
        QTRY_COMPARE_WITH_TIMEOUT(program.run(QStringList{u"panel"_s} + drawing).exit, 0, soon);
        QVERIFY(QFileInfo(file).size() > 1'000);
        drawing.replaceInStrings(u"queue_depth"_s, u"nothing_of_that_name"_s);
        QCOMPARE(program.run(QStringList{u"panel"_s} + drawing).exit, 1);
    }

    Outcome outcome(const Query& query)
    {
        QSignalSpy finished(m_client->ask(query), &Job::finished);
        if (!finished.wait(soon))
            qFatal("the job does not end");
        return finished.constFirst().constFirst().value<Outcome>();
    }

    /// Of this moment; one without success where the server is not there yet.
    Answer answer(const QString& expr)
    {
        const Outcome came = outcome({expr, m_clock.now()});
        return came.answer ? *came.answer : Answer();
    }

    Series series(const QString& expr)
    {
        const Answer all = answer(expr);
        return all.series.empty() ? Series() : all.series.front();
    }

    std::optional<double> value(const QString& expr) { return summary(series(expr), {}).last; }

    static bool has(const Answer& answer, const QString& name, const QString& value)
    {
        const std::vector<Label>& labels = answer.series.front().labels;
        return std::ranges::find(labels, Label{name, value}) != labels.end();
    }

    SystemClock m_clock;
    std::unique_ptr<Client> m_client;
};

QTEST_GUILESS_MAIN(MetricServerTest)
#include "tst_metricserver.moc"
