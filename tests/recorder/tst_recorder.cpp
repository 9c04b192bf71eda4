// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/recorder.h"
#include "support/quiettest.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace warroom;
using namespace warroom::recorder;
using namespace Qt::Literals::StringLiterals;

namespace {

const IncidentId incident{QUuid(u"{0198c0de-0000-7000-8000-000000000001}"_s)};
const metrics::Panel errors{u"Errors"_s, u"rate(errors[5m])"_s, u"reqps"_s, {}, {}};

std::shared_ptr<const metrics::Answer> answer(double value)
{
    metrics::Answer answer;
    answer.success = true;
    answer.type = metrics::ResultType::Matrix;
    answer.series = {{{{u"pod"_s, u"a"_s}}, {1'769'860'800'000}, {value}}};
    return std::make_shared<metrics::Answer>(answer);
}

std::vector<Recorded> recalled(Recorder& recorder)
{
    std::optional<std::vector<Recorded>> all;
    QObject here;
    recorder.recall(incident, &here, [&](const std::vector<Recorded>& told) { all = told; });
    return QTest::qWaitFor([&] { return all.has_value(); }) ? *all : std::vector<Recorded>();
}

} // namespace

/// What is measured is kept beside the window.
class RecorderTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptIsRecalled()
    {
        const QTemporaryDir room;
        const QString path = room.filePath(u"samples.db"_s);
        {
            Recorder recorder(path, true);
            QVERIFY(recalled(recorder).empty());
            QVERIFY(!QFile::exists(path));
            recorder.keep(incident, errors, answer(7));
        }
        Recorder later(path, false);
        later.keep(incident, errors, answer(8));
        const std::vector<Recorded> all = recalled(later);
        QCOMPARE(all.size(), 1u);
        QCOMPARE(all[0].series[0].values, std::vector<double>{7});
    }

    void whoeverIsGoneHearsNothing()
    {
        const QTemporaryDir room;
        Recorder recorder(room.filePath(u"samples.db"_s), true);
        auto gone = std::make_unique<QObject>();
        recorder.recall(incident, gone.get(), [](const std::vector<Recorded>&) { QFAIL("told"); });
        gone.reset();
        QVERIFY(recalled(recorder).empty());
    }

    void troubleIsSaidOnceAndEnds()
    {
        const QTemporaryDir room;
        const QString folder = room.filePath(u"later"_s);
        Recorder recorder(folder + u"/samples.db"_s, true);
        QSignalSpy failed(&recorder, &Recorder::failed);
        recorder.keep(incident, errors, answer(1));
        recorder.keep(incident, errors, answer(2));
        QVERIFY(recalled(recorder).empty());
        QCOMPARE(failed.size(), 1);
        QVERIFY(QDir().mkpath(folder));
        recorder.keep(incident, errors, answer(3));
        QCOMPARE(recalled(recorder).size(), 1u);
        QCOMPARE(failed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(RecorderTest)
#include "tst_recorder.moc"
