// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/legend.h"
#include "charts/metricpanel.h"
#include "charts/plotview.h"
#include "support/hostiletext.h"
#include "support/windowtest.h"

#include <QApplication>
#include <QSignalSpy>

#include <cmath>
#include <limits>

using namespace warroom;
using namespace warroom::charts;
using namespace Qt::StringLiterals;
using metrics::Series;

namespace {

const Instant begin = fromMs(1'769'868'000'000); // 2026-01-31T14:00:00Z
constexpr Milliseconds step{15'000};
constexpr int points = 121;

Series series(const std::function<double(int)>& value, const QString& pod = {})
{
    Series result;
    for (int i = 0; i < points; ++i) {
        result.times.push_back(toMs(begin + i * step));
        result.values.push_back(value(i));
    }
    if (!pod.isEmpty())
        result.labels = {{u"pod"_s, pod}};
    return result;
}

Panel panelOf(std::vector<Series> all)
{
    Panel panel;
    panel.title = u"Error rate"_s;
    panel.unit = u"percent"_s;
    panel.series = std::make_shared<const std::vector<Series>>(std::move(all));
    panel.range = {begin, begin + (points - 1) * step, step};
    return panel;
}

Panel rising()
{
    return panelOf({series([](int i) { return i / 20.0; })});
}

EntryId someEntry() { return {QUuid::createUuid()}; }

} // namespace

/// A panel of metrics, as it is looked at and used.
class MetricPanelTest : public tests::WindowTest
{
    Q_OBJECT

public:
    MetricPanelTest() { style::Theme::dark().apply(*qApp); }

private Q_SLOTS:
    void init()
    {
        failOnWarnings();
        m_panel = std::make_unique<MetricPanel>(style::Theme::dark(), nullptr);
        m_panel->resize(400, 170);
        m_plot = m_panel->findChild<PlotView*>();
    }

    void theLastValueAndItsStateAreSaid()
    {
        Panel panel = rising();
        panel.thresholds = {{5}};
        show(panel);
        QCOMPARE(m_panel->accessibleName(), u"Error rate"_s);
        QCOMPARE(m_panel->accessibleDescription(), u"6\u00a0%, breached"_s);
    }

    void eachStateLooksDifferentAndSaysSo()
    {
        std::vector<Panel> panels(8, rising());
        panels[1].series = nullptr;
        panels[2].condition = Condition::Stale;
        panels[2].age = Milliseconds(180'000);
        panels[3].condition = Condition::Failed;
        panels[3].words = u"parse error"_s;
        panels[4].condition = Condition::Unreachable;
        panels[4].age = Milliseconds(240'000);
        panels[5] = panelOf({series([](int) { return 0.0; })});
        panels[6].condition = Condition::Waiting;
        panels[7].condition = Condition::Unreachable;
        panels[7].series = nullptr;
        panels[7].words = u"connection refused"_s;
        QStringList said;
        QList<QImage> seen;
        for (const Panel& panel : panels) {
            show(panel);
            said += m_panel->accessibleDescription();
            const QImage picture = m_panel->grab().toImage();
            QVERIFY(!seen.contains(picture));
            seen += picture;
        }
        const QStringList words{u"6"_s, u"no data"_s, u"stale, 3 min"_s, u"parse error"_s, u"unreachable, 4 min"_s,
            u"zero all along"_s, u"waiting"_s, u"connection refused"_s};
        for (qsizetype i = 0; i < words.size(); ++i)
            QVERIFY2(said[i].contains(words[i]), qPrintable(said[i]));
    }

    void whatIsNotANumberIsNotZero()
    {
        show(panelOf({series([](int) { return std::numeric_limits<double>::quiet_NaN(); })}));
        QCOMPARE(m_panel->accessibleDescription(), u"–"_s);
    }

    void crosshairAndMarksDrawNoLineAgain()
    {
        show(rising());
        m_panel->grab();
        const int before = m_panel->drawings();
        for (int i = 0; i < points; ++i) {
            m_panel->showCrosshair(begin + i * step);
            m_panel->grab();
        }
        Panel marked = m_panel->panel();
        marked.marks = {{someEntry(), begin + step, u"Declared"_s, Tone::Bad}};
        show(marked);
        QCOMPARE(m_panel->drawings(), before);
        m_panel->resize(500, 170);
        m_panel->grab();
        QCOMPARE(m_panel->drawings(), before + 1);
    }

    void theCrosshairOfAnotherPanelIsShownAndNotSaidAgain()
    {
        show(rising());
        QSignalSpy moved(m_panel.get(), &MetricPanel::crosshairMoved);
        m_panel->showCrosshair(begin + step);
        QCOMPARE(m_plot->crosshair(), std::optional(begin + step));
        m_panel->showCrosshair(begin - step);
        QVERIFY(!m_plot->crosshair());
        QVERIFY(moved.isEmpty());
    }

    void aRangeIsAskedForByDragging()
    {
        show(rising());
        QSignalSpy asked(m_panel.get(), &MetricPanel::rangeAsked);
        const QRect plot = m_plot->plot();
        QTest::mousePress(m_plot, Qt::LeftButton, {}, plot.center());
        QTest::mouseMove(m_plot, {plot.right() + 100, plot.center().y()});
        QTest::mouseRelease(m_plot, Qt::LeftButton, {}, {plot.right() + 100, plot.center().y()});
        QCOMPARE(asked.size(), 1);
        const auto from = asked[0][0].value<Instant>();
        QVERIFY(std::abs((from - begin).count() - 60 * step.count()) < 2 * step.count());
        QCOMPARE(asked[0][1].value<Instant>(), begin + (points - 1) * step);
    }

    void aMarkLeadsToItsEntry()
    {
        Panel panel = rising();
        panel.marks = {{someEntry(), begin + 30 * step, u"Declared <b>P0</b>"_s, Tone::Bad}};
        show(panel);
        QSignalSpy asked(m_panel.get(), &MetricPanel::entryAsked);
        const QRect plot = m_plot->plot();
        const QPoint place(plot.left() + plot.width() / 4, plot.center().y());
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        QTest::mouseMove(m_plot, place);
        QCOMPARE(m_plot->readout().entry.text(), u"Declared <b>P0</b>"_s);
        QVERIFY(!m_plot->toolTip().contains(u"<b>"_s));
        QTest::mouseClick(m_plot, Qt::LeftButton, {}, place);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<EntryId>(), panel.marks[0].entry);
    }

    void everythingIsReachedByKeys()
    {
        Panel panel = rising();
        panel.marks = {{someEntry(), begin + 30 * step, u"one"_s, Tone::Act},
            {someEntry(), begin + 60 * step, u"two"_s, Tone::Good}};
        show(panel);
        QSignalSpy asked(m_panel.get(), &MetricPanel::entryAsked);
        QSignalSpy moved(m_panel.get(), &MetricPanel::crosshairMoved);
        QTest::keyClick(m_panel.get(), Qt::Key_PageDown);
        QTest::keyClick(m_panel.get(), Qt::Key_PageDown);
        QTest::keyClick(m_panel.get(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<EntryId>(), panel.marks[1].entry);
        QTest::keyClick(m_panel.get(), Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(m_plot->crosshair(), std::optional(begin + 50 * step));
        QVERIFY(m_panel->accessibleDescription().contains(u"2.5"_s));
        QTest::keyClick(m_panel.get(), Qt::Key_End);
        QTest::keyClick(m_panel.get(), Qt::Key_Right);
        QCOMPARE(m_plot->crosshair(), std::optional(panel.range.end));
        QTest::keyClick(m_panel.get(), Qt::Key_Escape);
        QVERIFY(!m_plot->crosshair());
        QCOMPARE(moved.size(), 6);
        QVERIFY(!moved.last()[0].value<std::optional<Instant>>());
    }

    void ofManySeriesTheBusiestAreDrawnAndTheRestIsCounted()
    {
        std::vector<Series> many;
        for (int k = 0; k < 1200; ++k)
            many.push_back(series([k](int i) { return k % 60 == 7 ? i % 30 : 1.0; }, u"pod-%1"_s.arg(k)));
        const Panel panel = panelOf(std::move(many));
        const Drawn seen = drawn(panel);
        QCOMPARE(seen.series.size(), size_t(20));
        QCOMPARE(seen.series.front(), size_t(7));
        QCOMPARE(seen.names.at(1), u"pod-67"_s);
        show(panel);
        QVERIFY(m_panel->accessibleDescription().contains(u"1,180 of 1,200 left out"_s));
        QVERIFY(m_panel->findChild<Legend*>()->isVisibleTo(m_panel.get()));
    }

    void noTextFromOutsideIsMoreThanText()
    {
        for (const support::HostileText& hostile : support::hostileTexts(u"/tmp/none"_s, u"http://127.0.0.1:1/"_s)) {
            Panel panel =
                panelOf({series([](int i) { return i; }, hostile.text), series([](int) { return 1; }, u"b"_s)});
            panel.title = panel.unit = panel.words = hostile.text;
            panel.condition = Condition::Failed;
            panel.marks = {{someEntry(), begin + step, hostile.text, Tone::Plain}};
            show(panel);
            m_panel->showCrosshair(begin + step);
            m_panel->grab();
            const Drawn seen = drawn(panel);
            for (const QString& text : {m_panel->accessibleName(), m_panel->accessibleDescription(), seen.names[0],
                     seen.wholeNames[0], m_plot->readout().text(), seen.scale.symbol})
                QVERIFY2(support::hiddenIn(text).isEmpty(), hostile.what);
        }
    }

    void anyValuesAndRangesDoNoHarm()
    {
        constexpr double most = std::numeric_limits<double>::max();
        for (const double value : {most, -most, 1e-320, std::numeric_limits<double>::infinity()}) {
            Panel panel = panelOf({series([value](int i) { return i % 2 ? value : -value; })});
            panel.thresholds = {{most}, {-value}, {std::numeric_limits<double>::quiet_NaN()}};
            show(panel);
            m_panel->grab();
            panel.range.end = panel.range.start;
            show(panel);
            m_panel->grab();
        }
        m_panel->resize(1, 1);
        m_panel->grab();
    }

private:
    void show(const Panel& panel)
    {
        m_panel->setPanel(panel);
        m_panel->grab();
    }

    std::unique_ptr<MetricPanel> m_panel;
    PlotView* m_plot = nullptr;
};

QTEST_MAIN(MetricPanelTest)
#include "tst_metricpanel.moc"
