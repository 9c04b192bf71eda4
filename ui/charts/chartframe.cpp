// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartframe.h"

#include "charts/linesitem.h"
#include "style/fonts.h"
#include "words/duration.h"

#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>

#include <algorithm>

namespace warroom::charts {

namespace {

constexpr QMarginsF room(46, 7, 20, 20); // For the labels; fixed, so that nothing moves when they change.
constexpr int fontSize = 11; // Pixels.
constexpr double timeApart = 68; // Pixels of a label of time and what is left between two.

QCategoryAxis* axis(const style::Theme& theme)
{
    auto* axis = new QCategoryAxis;
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis->setLabelsFont(style::bodyFont(fontSize));
    axis->setLabelsColor(theme.muted);
    axis->setLineVisible(false);
    axis->setGridLinePen(QPen(theme.line, 1));
    axis->setTruncateLabels(false);
    return axis;
}

} // namespace

ChartFrame::ChartFrame(const style::Theme& theme)
    : m_theme(theme), m_chart(new QChart), m_values(axis(theme)), m_times(axis(theme)), m_lines(new LinesItem(m_chart))
{
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->legend()->hide();
    m_times->setGridLineVisible(false);
    m_chart->addAxis(m_values, Qt::AlignLeft);
    m_chart->addAxis(m_times, Qt::AlignBottom);
    m_lines->setZValue(100); // Above the grid.
    m_scene.setItemIndexMethod(QGraphicsScene::NoIndex);
    m_scene.addItem(m_chart);
}

ChartFrame::~ChartFrame() = default;

QRectF ChartFrame::plotOf(QSizeF size) { return QRectF(QPointF(0, 0), size).marginsRemoved(room); }

void ChartFrame::setSize(QSizeF size)
{
    m_chart->resize(size);
    m_scene.setSceneRect(QRectF(QPointF(0, 0), size));
    m_chart->setPlotArea(plotOf(size));
    m_lines->setPlace(plotOf(size));
}

QRectF ChartFrame::plot() const { return m_lines->place(); }

void ChartFrame::setValues(const metrics::ValueTicks& ticks, const metrics::Scale& scale)
{
    m_view.values = {ticks.at.front(), ticks.at.back()};
    Labels labels;
    for (const double at : ticks.at)
        labels.emplaceBack(metrics::axisNumber(at, ticks.step, scale), at);
    labelValues(labels, ticks.at.front(), ticks.at.back());
}

void ChartFrame::setNoValues()
{
    m_view.values = {};
    // A label has to be there, and no two may be the same.
    labelValues({{QStringLiteral(" "), 0}, {QStringLiteral("  "), 1}, {QStringLiteral("   "), 2}}, 0, 2);
}

void ChartFrame::setTimes(Instant from, Instant to, const QTimeZone& zone)
{
    m_view.from = from;
    m_view.to = to;
    const int most = std::max(2, int(plot().width() / timeApart));
    const std::vector<Instant> ticks = metrics::timeTicks(from, to, zone, most);
    const bool days = to - from > std::chrono::hours(72);
    const bool seconds = !days && ticks.size() > 1 && ticks[1] - ticks[0] < std::chrono::minutes(1);
    Labels labels;
    for (const Instant at : ticks) {
        const QDate date = toDateTime(at, zone).date();
        labels.emplaceBack(days ? words::shortDate(date, date)
                : seconds       ? words::timeOfDayWithSeconds(at, zone)
                                : words::timeOfDay(at, zone),
            double((at - from).count()));
    }
    label(*m_times, labels, 0, double((to - from).count()));
}

void ChartFrame::label(QCategoryAxis& axis, const Labels& labels, double from, double to)
{
    const QStringList shown = axis.categoriesLabels();
    for (const QString& before : shown)
        axis.remove(before);
    axis.setRange(from, to);
    axis.setStartValue(from);
    for (const auto& [text, at] : labels)
        axis.append(text, at);
}

void ChartFrame::labelValues(const Labels& labels, double from, double to)
{
    // They hardly ever change, and laying them out takes longer than drawing the lines.
    if (labels != m_valueLabels)
        label(*m_values, labels, from, to);
    m_valueLabels = labels;
}

void ChartFrame::setLines(std::vector<Line> lines, Milliseconds step, qreal opacity)
{
    m_view.step = step;
    m_lines->setLines(std::move(lines));
    m_lines->setOpacity(opacity);
}

void ChartFrame::paint(QPainter& painter, qreal scale)
{
    m_lines->setView(m_view);
    m_lines->setScale(scale);
    // Otherwise the axes wait for the next turn of the event loop.
    m_chart->layout()->activate();
    m_scene.render(&painter, m_scene.sceneRect(), m_scene.sceneRect());
}

int ChartFrame::drawings() const { return m_lines->drawings(); }

} // namespace warroom::charts
