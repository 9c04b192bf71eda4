// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/legend.h"

#include "charts/panelwords.h"
#include "charts/readout.h"
#include "style/fonts.h"
#include "style/plainlabel.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace warroom::charts {

namespace {

constexpr qreal sample = 18;
constexpr qreal gap = 6;
constexpr qreal apart = 14;
constexpr qreal widestName = 140;
constexpr qreal baseline = 12;

} // namespace

Legend::Legend(const style::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    hide();
}

void Legend::setContent(const std::vector<Line>& lines, const Drawn& drawn)
{
    m_looks.clear();
    for (const Line& line : lines)
        m_looks += line.look;
    m_names = drawn.names;
    m_leftOut = leftOutWords(drawn);
    QStringList all = drawn.wholeNames;
    if (!m_leftOut.isEmpty())
        all += m_leftOut;
    style::setPlainToolTip(*this, all.join(QLatin1Char('\n')));
    setVisible(lines.size() > 1);
    update();
}

void Legend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QFont font = style::bodyFont(11);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    qreal right = width();
    painter.setPen(m_theme.warn);
    if (!m_leftOut.isEmpty()) {
        right -= metrics.horizontalAdvance(m_leftOut);
        painter.drawText(QPointF(right, baseline), m_leftOut);
        right -= apart;
    }
    qreal x = 0;
    for (qsizetype i = 0; i < m_looks.size(); ++i) {
        const QString more = i + 1 < m_looks.size() ? QStringLiteral("+%1").arg(m_looks.size() - i) : QString();
        const QString name = metrics.elidedText(m_names[i], Qt::ElideRight, widestName);
        const qreal end = x + sample + gap + metrics.horizontalAdvance(name);
        const qreal needed = i + 1 < m_looks.size() ? apart + metrics.horizontalAdvance(more) : 0;
        painter.setPen(m_theme.muted);
        if (end + needed > right && i > 0) {
            painter.drawText(QPointF(x, baseline), QStringLiteral("+%1").arg(m_looks.size() - i));
            return;
        }
        paintSample(painter, {x, baseline - 9, sample, 10}, m_looks[i]);
        painter.setPen(m_theme.muted);
        painter.drawText(QPointF(x + sample + gap, baseline), name);
        x = end + apart;
    }
}

} // namespace warroom::charts
