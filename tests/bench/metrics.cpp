// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figures.h"
#include "metrics/answer.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <random>

using namespace warroom;
using namespace warroom::bench;

namespace {

/// What Prometheus answers to query_range for 34 series, up to a size.
QByteArray answer(qsizetype size)
{
    constexpr int series = 34;
    std::mt19937_64 chance(1);
    std::uniform_real_distribution<double> value(0, 100);
    QByteArray body = R"({"status":"success","data":{"resultType":"matrix","result":[)";
    for (int i = 0; i < series; ++i) {
        body += i ? ",{" : "{";
        body += R"("metric":{"__name__":"http_request_duration_seconds","instance":"10.0.0.)" + QByteArray::number(i)
            + R"(:8080","job":"api"},"values":[)";
        for (int point = 0; body.size() < size * (i + 1) / series; ++point)
            body += (point ? ",[" : "[") + QByteArray::number(1'700'000'000 + point * 15) + ",\""
                + QByteArray::number(value(chance), 'g', 15) + "\"]";
        body += "]}";
    }
    return body + "]}}";
}

/// As it comes from the network: with room behind it, and shared with nobody.
QByteArray received(const QByteArray& body)
{
    QByteArray own;
    own.reserve(body.size() + metrics::bodyPadding);
    return own += body;
}

double ours(QByteArray body)
{
    return took([&] {
        const Result<metrics::Answer> parsed = metrics::parse(std::move(body));
        if (!parsed || parsed->series.size() != 34)
            qFatal("cannot read the answer");
    });
}

/// The same values by way of what Qt has for it.
double theirs(const QByteArray& body)
{
    return took([&] {
        std::vector<metrics::Series> all;
        const QJsonObject data = QJsonDocument::fromJson(body).object()[QLatin1String("data")].toObject();
        for (const QJsonValue series : data[QLatin1String("result")].toArray()) {
            metrics::Series& made = all.emplace_back();
            const QJsonObject labels = series[QLatin1String("metric")].toObject();
            for (auto label = labels.begin(); label != labels.end(); ++label)
                made.labels.push_back({label.key(), label.value().toString()});
            for (const QJsonValue point : series[QLatin1String("values")].toArray()) {
                made.times.push_back(qRound64(point[0].toDouble() * 1000));
                made.values.push_back(point[1].toString().toDouble());
            }
        }
        if (all.size() != 34)
            qFatal("cannot read the answer");
    });
}

/// KiB of this process that were in memory at once, since the last time.
double peak(const char* line)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QFile::ReadOnly))
        return 0;
    const QByteArray all = status.readAll();
    return all.mid(all.indexOf(line) + qsizetype(qstrlen(line))).trimmed().split(' ').value(0).toDouble();
}

void forgetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QFile::WriteOnly))
        file.write("5");
}

} // namespace

/// What it costs to read what a server of metrics answers.
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    Figures figures(argc, argv);
    const QByteArray body = answer(figures.size(10'000'000, 100'000));

    // First, while the parser has no memory from the time before.
    QByteArray own = received(body);
    forgetPeak();
    const double before = peak("VmRSS:");
    ours(std::move(own));
    figures.ratio("memory at its peak above the body", (peak("VmHWM:") - before) * 1024 / double(body.size()), 2);

    const InTurn parsing = InTurn::of(
        figures.size(11, 1), [&](int) { return ours(received(body)); }, [&](int) { return theirs(body); });
    figures.ratio("parsing 10 MB of an answer against QJsonDocument", parsing.ratio(), 1.0 / 25);
    std::printf("  (%.1f ms, %.1f times faster)\n", median(parsing.ours), 1 / parsing.ratio());
    return figures.exitStatus();
}
