// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plotview.h"

#include "metrics/valueat.h"
#include "style/plainlabel.h"
#include "words/duration.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace warroom::charts {

namespace {

constexpr double labelApart = 24; // Pixels between two labels of values, at least.
constexpr qreal shortestDrag = 6; // Pixels; less is a click.
constexpr qsizetype mostRows = 6;
constexpr qreal besideName = 90; // Pixels for the piece of line and the value.

} // namespace

PlotView::PlotView(const style::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme), m_frame(theme)
{
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(120, 60);
}

void PlotView::setContent(const Panel& panel, const Drawn& drawn)
{
    m_panel = panel;
    m_drawn = drawn;
    const bool isOld = drawn.look != Look::Values && drawn.look != Look::Zero;
    m_lines = linesOf(panel, drawn, m_theme);
    m_frame.setLines(m_lines, panel.range.step, isOld ? 0.45 : 1);
    layOut();
    if (m_crosshair)
        m_readout = readout();
}

void PlotView::layOut()
{
    m_frame.setSize(size());
    if (m_drawn.extent.isEmpty())
        m_frame.setNoValues();
    else
        m_frame.setValues(m_drawn.ticks(int(m_frame.plot().height() / labelApart) + 1), m_drawn.scale);
    m_frame.setTimes(m_panel.range.start, m_panel.range.end, m_panel.zone);
    m_names.clear();
    for (const QString& name : m_drawn.names)
        m_names.push_back(
            Readout::plain(m_drawn.names.size() > 1 ? name : QString(), Readout::leastWidth(plot()) - besideName));
    m_picture = {};
    m_crosshairPlace = crosshairPlace();
    update();
}

void PlotView::redraw()
{
    m_picture = QPixmap(size() * devicePixelRatioF());
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture.fill(m_theme.surface);
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hasData = !m_drawn.extent.isEmpty();
    if (hasData)
        paintBands(painter, scale(), m_panel, m_theme);
    if (m_drawn.look == Look::Stale)
        paintUnknown(painter, scale(), m_panel, m_theme);
    m_frame.paint(painter, devicePixelRatioF());
    if (hasData)
        paintThresholds(painter, scale(), m_panel, m_theme);
    paintMarks(painter, scale(), m_panel, m_theme);
}

void PlotView::paintEvent(QPaintEvent* event)
{
    if (m_picture.isNull() || m_picture.devicePixelRatio() != devicePixelRatioF())
        redraw();
    QPainter painter(this);
    const QRectF part = event->rect();
    painter.drawPixmap(
        part, m_picture, QRectF(part.topLeft() * devicePixelRatioF(), part.size() * devicePixelRatioF()));
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_pressed && std::abs(m_dragged - *m_pressed) >= shortestDrag) {
        QColor chosen = m_theme.accent;
        chosen.setAlphaF(0.2F);
        const QRectF plot = m_frame.plot();
        painter.fillRect(
            QRectF(QPointF(*m_pressed, plot.top()), QPointF(m_dragged, plot.bottom())).normalized(), chosen);
    }
    if (m_crosshair)
        paintCrosshair(painter);
}

void PlotView::paintCrosshair(QPainter& painter) const
{
    const PlotScale where = scale();
    const qreal x = std::floor(where.x(*m_crosshair)) + 0.5;
    painter.setPen(QPen(m_theme.text, 1));
    painter.drawLine(QPointF(x, where.plot.top()), QPointF(x, where.plot.bottom()));
    m_readout.paint(painter, m_readout.place(x, where.plot), m_theme);
}

QRect PlotView::crosshairPlace() const
{
    if (!m_crosshair)
        return {};
    const PlotScale where = scale();
    const qreal x = where.x(*m_crosshair);
    const QRectF line(x - 2, where.plot.top() - 1, 4, where.plot.height() + 2);
    return line.united(m_readout.place(x, where.plot)).toAlignedRect().adjusted(-1, -1, 1, 1);
}

void PlotView::showCrosshair(std::optional<Instant> at)
{
    if (at && (*at < m_panel.range.start || *at > m_panel.range.end))
        at.reset();
    if (at == m_crosshair)
        return;
    m_crosshair = at;
    m_readout = readout();
    update(std::exchange(m_crosshairPlace, crosshairPlace()));
    update(m_crosshairPlace);
    const Mark* mark = markAtCrosshair();
    if (mark || !toolTip().isEmpty())
        style::setPlainToolTip(*this, mark ? plainLine(mark->words) : QString());
}

void PlotView::moveTo(Instant at)
{
    showCrosshair(std::clamp(at, m_panel.range.start, m_panel.range.end));
    Q_EMIT crosshairMoved(m_crosshair);
}

bool PlotView::letGo()
{
    if (!m_crosshair)
        return false;
    showCrosshair({});
    Q_EMIT crosshairMoved({});
    return true;
}

void PlotView::moveCrosshair(int steps)
{
    moveTo(m_crosshair ? *m_crosshair + steps * m_panel.range.step : m_panel.range.end);
}

void PlotView::moveToMark(int direction)
{
    const Instant here = m_crosshair.value_or(
        direction > 0 ? m_panel.range.start - Milliseconds(1) : m_panel.range.end + Milliseconds(1));
    std::optional<Instant> next;
    for (const Mark& mark : m_panel.marks) {
        const auto ahead = (mark.at - here) * direction;
        const bool isInSight = mark.at >= m_panel.range.start && mark.at <= m_panel.range.end;
        if (isInSight && ahead.count() > 0 && (!next || ahead < (*next - here) * direction))
            next = mark.at;
    }
    if (next)
        moveTo(*next);
}

Readout PlotView::readout() const
{
    Readout result;
    if (!m_crosshair)
        return result;
    result.time = Readout::strong(words::timeOfDayWithSeconds(*m_crosshair, m_panel.zone));
    const Mark* mark = markAtCrosshair();
    if (mark)
        result.entry = Readout::plain(plainLine(mark->words), Readout::leastWidth(plot()));
    qsizetype most = mostRows;
    while (most > 1 && Readout::heightOf(most + (mark ? 2 : 1)) > height())
        --most;
    const QString unit = plainLine(m_panel.unit);
    for (size_t i = 0; i < m_lines.size() && result.rows.size() < most; ++i) {
        const auto value = metrics::valueAt(*m_lines[i].series, *m_crosshair, m_panel.range.step * 3 / 4);
        if (value)
            result.rows.append({m_lines[i].look, m_names[i], Readout::strong(metrics::reading(*value, unit).text())});
    }
    return result;
}

const Mark* PlotView::markAtCrosshair() const
{
    return m_crosshair ? markAt(scale().x(*m_crosshair), scale(), m_panel) : nullptr;
}

void PlotView::resizeEvent(QResizeEvent*) { layOut(); }

void PlotView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = m_dragged = std::clamp(event->position().x(), m_frame.plot().left(), m_frame.plot().right());
}

void PlotView::mouseMoveEvent(QMouseEvent* event)
{
    moveTo(scale().instantAt(event->position().x()));
    if (!m_pressed)
        return;
    m_dragged = std::clamp(event->position().x(), m_frame.plot().left(), m_frame.plot().right());
    update();
}

void PlotView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    const qreal from = *std::exchange(m_pressed, std::nullopt);
    update();
    if (std::abs(m_dragged - from) >= shortestDrag) {
        const auto [left, right] = std::minmax(from, m_dragged);
        Q_EMIT rangeAsked(scale().instantAt(left), scale().instantAt(right));
    } else if (const Mark* mark = markAt(event->position().x(), scale(), m_panel)) {
        Q_EMIT entryAsked(mark->entry);
    }
}

void PlotView::mouseDoubleClickEvent(QMouseEvent*) { Q_EMIT wholeRangeAsked(); }

void PlotView::leaveEvent(QEvent*) { letGo(); }

} // namespace warroom::charts
