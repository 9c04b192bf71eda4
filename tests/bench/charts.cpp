// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figures.h"
#include "charts/linepicture.h"
#include "charts/metricpanel.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QDateTimeAxis>
#include <QGridLayout>
#include <QLineSeries>
#include <QValueAxis>

#include <cstdio>
#include <random>

using namespace warroom;
using namespace warroom::bench;
using charts::Panel;
using metrics::Series;

namespace {

constexpr int panels = 8;
constexpr int lines = 5;
constexpr int points = 720;
constexpr Milliseconds step{5'000};
constexpr QSize panelSize(385, 157); // As on the desk.

Series noise(std::mt19937_64& chance, int length, qint64 begin, double level)
{
    std::normal_distribution<double> value(level, 4);
    Series series;
    for (int i = 0; i < length; ++i) {
        series.times.push_back(begin + i * step.count());
        series.values.push_back(value(chance));
    }
    return series;
}

/// What a server answers the n-th time it is asked.
Panel answered(std::mt19937_64& chance, int round, int count, int length)
{
    std::vector<Series> all;
    const qint64 begin = 1'769'868'000'000 + round * step.count();
    for (int i = 0; i < count; ++i) {
        all.push_back(noise(chance, length, begin, 20.0 + 50.0 * i / count));
        all.back().labels = {{QStringLiteral("pod"), QString::number(i)}};
    }
    Panel panel;
    panel.title = QStringLiteral("Latency");
    panel.unit = QStringLiteral("percent");
    panel.series = std::make_shared<const std::vector<Series>>(std::move(all));
    panel.range = {fromMs(begin), fromMs(begin) + (length - 1) * step, step};
    return panel;
}

/// The same with what Qt Charts has for it.
class TheirPanel : public QChartView
{
public:
    explicit TheirPanel(QWidget* parent) : QChartView(parent)
    {
        setRenderHint(QPainter::Antialiasing);
        chart()->setTitle(QStringLiteral("Latency"));
        chart()->addAxis(&m_times, Qt::AlignBottom);
        chart()->addAxis(&m_values, Qt::AlignLeft);
        m_times.setFormat(QStringLiteral("HH:mm"));
        m_values.setRange(0, 80);
        for (QLineSeries& line : m_lines) {
            chart()->addSeries(&line);
            line.attachAxis(&m_times);
            line.attachAxis(&m_values);
        }
    }
    ~TheirPanel() override
    {
        for (QLineSeries& line : m_lines)
            chart()->removeSeries(&line);
        chart()->removeAxis(&m_times);
        chart()->removeAxis(&m_values);
    }
    Q_DISABLE_COPY_MOVE(TheirPanel)

    void setPanel(const charts::Panel& panel)
    {
        for (int i = 0; i < lines; ++i) {
            const Series& series = (*panel.series)[size_t(i)];
            QList<QPointF> all;
            all.reserve(qsizetype(series.times.size()));
            for (size_t point = 0; point < series.times.size(); ++point)
                all.emplaceBack(double(series.times[point]), series.values[point]);
            m_lines[i].replace(all);
        }
        m_times.setRange(toDateTime(panel.range.start), toDateTime(panel.range.end));
    }

private:
    QDateTimeAxis m_times;
    QValueAxis m_values;
    QLineSeries m_lines[lines];
};

/// A window with eight panels.
template<typename PanelWidget> class Wall
{
public:
    template<typename... Arguments> explicit Wall(const Arguments&... arguments)
    {
        auto* grid = new QGridLayout(&m_window);
        for (int i = 0; i < panels; ++i) {
            m_panels.push_back(new PanelWidget(arguments..., &m_window));
            m_panels.back()->setFixedSize(panelSize);
            grid->addWidget(m_panels.back(), i / 4, i % 4);
        }
        m_window.show();
        QApplication::processEvents();
    }

    double refresh(const std::vector<Panel>& answers)
    {
        return took([&] {
            for (size_t i = 0; i < m_panels.size(); ++i)
                m_panels[i]->setPanel(answers[i]);
            QApplication::processEvents();
        });
    }

private:
    QWidget m_window;
    std::vector<PanelWidget*> m_panels;
};

void refresh(Figures& figures)
{
    const style::Theme theme = style::Theme::dark();
    Wall<charts::MetricPanel> ours(theme);
    Wall<TheirPanel> theirs;
    std::mt19937_64 chance(1);
    std::vector<std::vector<Panel>> answers;
    const int rounds = figures.size(41, 2);
    for (int round = 0; round < rounds; ++round) {
        answers.emplace_back();
        for (int i = 0; i < panels; ++i)
            answers.back().push_back(answered(chance, round, lines, points));
    }
    const auto at = [&](int round) -> const std::vector<Panel>& { return answers[size_t(round)]; };
    const InTurn inTurn = InTurn::of(
        rounds, [&](int round) { return ours.refresh(at(round)); },
        [&](int round) { return theirs.refresh(at(round)); });
    figures.ratio("refresh of 8 panels of 5 x 720 points against QLineSeries::replace", inTurn.ratio(), 0.3);
    std::printf("  (%.2f ms against %.2f ms)\n", median(inTurn.ours), median(inTurn.theirs));
}

/// What it takes to move over a panel, and to draw it again with another answer.
InTurn crosshair(int rounds, QSize size, const std::vector<Panel>& answers)
{
    charts::MetricPanel panel(style::Theme::dark(), nullptr);
    panel.setFixedSize(size);
    panel.setPanel(answers.front());
    panel.show();
    QApplication::processEvents();
    const auto moved = [&](int round) {
        return took([&] {
            panel.showCrosshair(panel.panel().range.start + (100 + round) * step);
            QApplication::processEvents();
        });
    };
    const auto redrawn = [&](int round) {
        return took([&] {
            panel.setPanel(answers[size_t(round) % answers.size()]);
            QApplication::processEvents();
        });
    };
    return InTurn::of(rounds, moved, redrawn);
}

void crosshair(Figures& figures)
{
    std::mt19937_64 chance(3);
    const int rounds = figures.size(41, 2);
    const int length = figures.size(10'000, 500);
    const std::vector<Panel> large{answered(chance, 0, 34, length), answered(chance, 1, 34, length)};
    const InTurn inTurn = crosshair(rounds, {1920, 600}, large);
    figures.ratio("moving the crosshair against redrawing 34 x 10,000 points", inTurn.ratio(), 0.05);
    std::printf("  (%.3f ms against %.2f ms)\n", median(inTurn.ours), median(inTurn.theirs));

    const std::vector<Panel> small{answered(chance, 0, lines, points), answered(chance, 1, lines, points)};
    const InTurn onTheDesk = crosshair(rounds, panelSize, small);
    figures.absolute("moving the crosshair over a panel of the desk", median(onTheDesk.ours), 0.25, "ms");
    std::printf("  (%.3f of redrawing it in %.2f ms)\n", onTheDesk.ratio(), median(onTheDesk.theirs));
}

void aMillion(Figures& figures)
{
    constexpr int count = 10;
    const int length = figures.size(100'000, 1'000);
    std::mt19937_64 chance(2);
    std::vector<Series> all;
    for (int i = 0; i < count; ++i)
        all.push_back(noise(chance, length, 0, 10.0 * i));
    std::vector<charts::Line> drawn;
    for (const Series& series : all)
        drawn.push_back({&series, charts::lineLook(drawn.size(), style::Theme::dark())});
    const charts::View view{{1920, 600}, 1, fromMs(0), fromMs((length - 1) * step.count()), step, {-20, 120}};
    std::vector<double> times;
    for (int round = 0; round < figures.size(11, 1); ++round)
        times.push_back(took([&] { charts::linePicture(drawn, view); }));
    figures.absolute("1 M points in 10 lines to 1920 x 600 pixels", median(times), 25, "ms");
}

} // namespace

/// What it costs to draw panels of metrics.
int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    style::Theme::dark().apply(*qApp);
    Figures figures(argc, argv);
    refresh(figures);
    crosshair(figures);
    aMillion(figures);
    return figures.exitStatus();
}
