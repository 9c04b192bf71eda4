// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/metricpanel.h"
#include "desk/desktest.h"
#include "desk/metricstrip.h"
#include "metrics/badserver.h"
#include "playbook/loader.h"

#include <QTcpSocket>

using namespace warroom;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using charts::MetricPanel;
using desk::Act;
using desk::MetricStrip;

namespace {

/// The last value of the series is that.
QByteArray answering(Instant at, double value)
{
    const qint64 now = toMs(at) / 1000;
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"pod\":\"<b>p</b>\"},"
           "\"values\":[["
        + QByteArray::number(now - 60) + ",\"1\"],[" + QByteArray::number(now) + ",\"" + QByteArray::number(value)
        + "\"]]}]}}";
}

} // namespace

/// What is measured, above the timeline.
class MetricStripTest : public tests::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsThereWithoutPanels();
    void nothingIsThereWithoutASource();
    void panelsOfThePlaybookAreAskedFor();
    void whatHappenedIsMarked();
    void anEntryPointsAtItsMoment();
    void aPartIsLookedAtMoreClosely();
    void oneKeyLogsWhatIsMeasured();
    void whatWasMeasuredIsThereWithoutTheServer();
    void aSourceThatIsGoneIsSaid();
    void whatIsClosedIsNotAskedForAnyMore();
    void aPlaybookMayNameItsSource();

private:
    session::LoadedPlaybook measuring(const QByteArray& more = {}) const
    {
        session::LoadedPlaybook loaded = support::standardPlaybook();
        loaded.bytes += "\npanels:\n  - {title: Errors, expr: 'rate(errors[5m]) > 3', unit: reqps}\n"
                        "  - {title: Latency, expr: latency, unit: s}\n"
            + more;
        loaded.playbook = *playbook::load(loaded.bytes, u"measuring.yaml"_s);
        return loaded;
    }
    void openAt(const tests::BadServer& server)
    {
        m_sources = {{u"main"_s, {{u"url"_s, server.url()}}}};
        openDesk(measuring());
        m_window->resize(1600, 1000);
    }
    MetricStrip& strip() const
    {
        const auto strips = m_window->findChildren<MetricStrip*>();
        const auto found = std::ranges::find_if(strips, &QWidget::isVisible);
        return found == strips.end() ? *strips.front() : **found;
    }
    QList<MetricPanel*> panels() const { return strip().findChildren<MetricPanel*>(); }
};

void MetricStripTest::nothingIsThereWithoutPanels()
{
    const tests::BadServer server;
    m_sources = {{u"main"_s, {{u"url"_s, server.url()}}}};
    openWindow();
    declare();
    QVERIFY(!strip().isVisible());
    QVERIFY(server.requests.isEmpty());
    press(Act::Measured);
    QVERIFY(shows(u"Nothing is measured here"_s));
}

void MetricStripTest::nothingIsThereWithoutASource()
{
    m_sources.clear();
    openDesk(measuring());
    declare();
    QVERIFY(!strip().isVisible());
    QVERIFY(!shows(u"unreachable"_s));
}

void MetricStripTest::panelsOfThePlaybookAreAskedFor()
{
    tests::BadServer server;
    openAt(server);
    server.answer("200 OK", answering(m_session->now(), 7));
    QVERIFY(!strip().isVisible());
    QVERIFY(server.requests.isEmpty());
    declare();
    QTRY_VERIFY(strip().isVisible());
    QCOMPARE(panels().size(), 2);
    QTRY_COMPARE(server.requests.size(), 2);
    // Without the comparison, which would leave nothing when all is well.
    QVERIFY(server.requests.join().contains("rate%28errors%5B5m%5D%29"));
    QVERIFY(!server.requests.join().contains("3E"));
    QTRY_VERIFY(panels().front()->accessibleDescription().contains(u"7"_s));
    QCOMPARE(nameless(*m_window), QStringList());
    QTRY_VERIFY(shows(u" ms"_s));
    // Another look is the same strip.
    m_window->setTheme(style::Theme::light());
    QTRY_VERIFY(server.requests.size() >= 4);
    QTRY_VERIFY(panels().front()->accessibleDescription().contains(u"7"_s));
}

void MetricStripTest::whatHappenedIsMarked()
{
    tests::BadServer server;
    openAt(server);
    server.answer("200 OK", answering(m_session->now(), 7));
    declare();
    const EntryId decision = [this] {
        type(u"! roll back"_s);
        press(Qt::Key_Return);
        saves();
        return state().entries.back()->id;
    }();
    QTRY_VERIFY(strip().isVisible());
    QSignalSpy asked(&strip(), &MetricStrip::entryAsked);
    Q_EMIT panels().front()->entryAsked(decision);
    QCOMPARE(asked.size(), 1);
}

void MetricStripTest::anEntryPointsAtItsMoment()
{
    tests::BadServer server;
    openAt(server);
    server.answer("200 OK", answering(m_session->now(), 7));
    declare();
    QTRY_VERIFY(panels().size() == 2 && panels().front()->accessibleDescription().contains(u"7"_s));
    QVERIFY(!panels().front()->accessibleDescription().contains(u':'));
    type(toDateTime(m_session->now() - 5min, state().zone()).toString(u"HH:mm 'it began'"_s));
    press(Qt::Key_Return);
    QVERIFY(saves());
    const auto began = std::ranges::find_if(state().entries,
        [](const incident::EntryPtr& entry) { return std::holds_alternative<incident::Noted>(entry->body); });
    Q_EMIT panels().front()->entryAsked((*began)->id);
    // At the crosshair it says the time.
    for (const MetricPanel* panel : panels())
        QTRY_VERIFY(panel->accessibleDescription().contains(u':'));
}

void MetricStripTest::aPartIsLookedAtMoreClosely()
{
    tests::BadServer server;
    openAt(server);
    const Instant now = m_session->now();
    server.answer("200 OK", answering(now, 7));
    declare();
    QTRY_COMPARE(server.requests.size(), 2);
    QTRY_VERIFY(panels().back()->accessibleDescription().contains(u"7"_s));
    Q_EMIT panels().front()->rangeAsked(now - 10min, now - 5min);
    QTRY_COMPARE(server.requests.size(), 4);
    QTRY_VERIFY(panels().back()->panel().range.end <= now - 5min);
    QVERIFY(panels().back()->panel().range.start >= now - 11min);
    QTest::keyClick(panels().front(), Qt::Key_Backspace);
    QTRY_COMPARE(server.requests.size(), 6);
    QTRY_VERIFY(panels().back()->panel().range.start <= now - 59min);
}

void MetricStripTest::oneKeyLogsWhatIsMeasured()
{
    tests::BadServer server;
    openAt(server);
    server.answer("200 OK", answering(m_session->now(), 7));
    declare();
    QTRY_VERIFY(panels().size() == 2 && panels().back()->accessibleDescription().contains(u"7"_s));
    QTRY_VERIFY(panels().front()->accessibleDescription().contains(u"7"_s));
    press(Act::Measured);
    QVERIFY(saves());
    const auto* noted = std::get_if<incident::Noted>(&state().entries.back()->body);
    QVERIFY(noted);
    QCOMPARE(noted->text, u"Measured: Errors: 7\u00a0req/s, breached · Latency: 7\u00a0s"_s);
}

void MetricStripTest::whatWasMeasuredIsThereWithoutTheServer()
{
    auto server = std::make_unique<tests::BadServer>();
    openAt(*server);
    server->answer("200 OK", answering(m_session->now(), 7));
    declare();
    QTRY_VERIFY(panels().size() == 2 && panels().back()->accessibleDescription().contains(u"7"_s));
    QTRY_VERIFY(panels().front()->accessibleDescription().contains(u"7"_s));
    const IncidentId incident = state().id;
    server.reset();
    openWindow(style::Theme::dark(), incident);
    QTRY_VERIFY(panels().size() == 2 && panels().front()->accessibleDescription().contains(u"7"_s));
    QTRY_VERIFY(panels().front()->accessibleDescription().contains(u"unreachable"_s, Qt::CaseInsensitive));
    QVERIFY(panels().front()->accessibleDescription().contains(u"7"_s));
}

void MetricStripTest::aSourceThatIsGoneIsSaid()
{
    auto server = std::make_unique<tests::BadServer>();
    openAt(*server);
    server.reset();
    declare();
    QTRY_VERIFY(shows(u"main unreachable"_s));
    QVERIFY(strip().isVisible());
    QVERIFY(panels().front()->accessibleDescription().contains(u"unreachable"_s, Qt::CaseInsensitive));
}

void MetricStripTest::whatIsClosedIsNotAskedForAnyMore()
{
    tests::BadServer server;
    openAt(server);
    server.answer("200 OK", answering(m_session->now(), 7));
    declare();
    QTRY_VERIFY(strip().isVisible());
    MetricStrip& shown = strip();
    act(incident::Resolve{});
    QVERIFY(shown.isVisible());
    act(incident::Close{});
    QTRY_VERIFY(!shown.isVisible());
}

void MetricStripTest::aPlaybookMayNameItsSource()
{
    tests::BadServer server;
    m_sources.clear();
    openDesk(measuring("sources:\n  - {name: main, url: \"" + server.url().toUtf8() + "\"}\n"));
    server.answer("200 OK", answering(m_session->now(), 7));
    declare();
    QTRY_COMPARE(server.requests.size(), 2);
}

QTEST_MAIN(MetricStripTest)
#include "tst_metricstrip.moc"
