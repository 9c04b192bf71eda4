// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/metricpanel.h"

#include "charts/legend.h"
#include "charts/notice.h"
#include "charts/panelhead.h"
#include "charts/plotview.h"
#include "style/rule.h"
#include "words/visible.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace warroom::charts {

MetricPanel::MetricPanel(const style::Theme& theme, QWidget* parent)
    : Card(theme, parent),
      m_theme(theme),
      m_head(new PanelHead(theme, this)),
      m_legend(new Legend(theme, this)),
      m_plot(new PlotView(theme, this)),
      m_notice(new Notice(theme, this))
{
    auto* rows = new QVBoxLayout(this);
    // The axes have room of their own, also for a label that reaches beyond the end.
    rows->setContentsMargins(1, 8, 1, theme.cardRadius);
    rows->setSpacing(0);
    for (QWidget* inset : {static_cast<QWidget*>(m_head), static_cast<QWidget*>(m_legend)}) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(theme.padding, 0, theme.padding, 0);
        row->addWidget(inset);
        rows->addLayout(row);
    }
    rows->addWidget(m_plot, 1);
    setFocusPolicy(Qt::StrongFocus);
    connect(m_plot, &PlotView::crosshairMoved, this, &MetricPanel::crosshairMoved);
    connect(m_plot, &PlotView::crosshairMoved, this, &MetricPanel::describe);
    connect(m_plot, &PlotView::rangeAsked, this, &MetricPanel::rangeAsked);
    connect(m_plot, &PlotView::wholeRangeAsked, this, &MetricPanel::wholeRangeAsked);
    connect(m_plot, &PlotView::entryAsked, this, &MetricPanel::entryAsked);
}

void MetricPanel::setPanel(const Panel& panel)
{
    m_panel = panel;
    const Drawn now = drawn(panel);
    const Standing standing = standingOf(panel, now, m_theme);
    const bool hasValue = now.look != Look::Empty && now.look != Look::Waiting;
    m_head->setContent(plainLine(panel.title), hasValue ? now.reading : metrics::Reading(), standing);
    m_legend->setContent(linesOf(panel, now, m_theme), now);
    m_notice->setContent(noticeOf(panel, now), standing, words::visible(panel.words));
    m_plot->setContent(panel, now);
    m_notice->placeIn(m_plot->plot().translated(m_plot->pos()));
    m_spoken = spoken(panel, now, m_theme);
    setAccessibleName(plainLine(panel.title));
    describe();
}

void MetricPanel::describe()
{
    const QString there = m_plot->readout().text();
    setAccessibleDescription(m_plot->crosshair() ? there : m_spoken);
}

QString MetricPanel::said() const { return tr("%1: %2", "panel, value").arg(plainLine(m_panel.title), m_spoken); }

int MetricPanel::drawings() const { return m_plot->drawings(); }

void MetricPanel::showCrosshair(std::optional<Instant> at)
{
    m_plot->showCrosshair(at);
    describe();
}

void MetricPanel::paintEvent(QPaintEvent* event)
{
    Card::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    style::paintBorder(painter, rect(), m_theme.accent, m_theme.cardRadius);
}

void MetricPanel::resizeEvent(QResizeEvent* event)
{
    Card::resizeEvent(event);
    layout()->activate();
    m_notice->placeIn(m_plot->plot().translated(m_plot->pos()));
}

void MetricPanel::keyPressEvent(QKeyEvent* event)
{
    const Mark* mark = m_plot->markAtCrosshair();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier
        && mark)
        Q_EMIT entryAsked(mark->entry);
    else if (event->key() == Qt::Key_Backspace)
        Q_EMIT wholeRangeAsked();
    else if (!moveByKey(event->key(), event->modifiers() == Qt::ControlModifier))
        Card::keyPressEvent(event);
}

bool MetricPanel::moveByKey(int key, bool far)
{
    switch (key) {
    case Qt::Key_Left:
        m_plot->moveCrosshair(far ? -10 : -1);
        return true;
    case Qt::Key_Right:
        m_plot->moveCrosshair(far ? 10 : 1);
        return true;
    case Qt::Key_Home:
        m_plot->moveTo(m_panel.range.start);
        return true;
    case Qt::Key_End:
        m_plot->moveTo(m_panel.range.end);
        return true;
    case Qt::Key_PageUp:
        m_plot->moveToMark(-1);
        return true;
    case Qt::Key_PageDown:
        m_plot->moveToMark(1);
        return true;
    case Qt::Key_Escape:
        return m_plot->letGo();
    default:
        return false;
    }
}

void MetricPanel::focusInEvent(QFocusEvent* event)
{
    Card::focusInEvent(event);
    update();
}

void MetricPanel::focusOutEvent(QFocusEvent* event)
{
    Card::focusOutEvent(event);
    update();
}

} // namespace warroom::charts
