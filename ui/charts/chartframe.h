// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/linepicture.h"
#include "metrics/reading.h"
#include "metrics/ticks.h"
#include "style/theme.h"

#include <QGraphicsScene>

QT_BEGIN_NAMESPACE
class QCategoryAxis;
class QChart;
QT_END_NAMESPACE

namespace warroom::charts {

class LinesItem;

/// The only one that knows Qt Charts, which gives grid, axes and their labels. Its own series would run a stroker over
/// every point whenever they change, so the lines are one item of ours on its plot area.
class ChartFrame
{
public:
    explicit ChartFrame(const style::Theme& theme);
    ~ChartFrame();
    Q_DISABLE_COPY_MOVE(ChartFrame)

    /// Where the labels leave room for it, in a frame of that size.
    static QRectF plotOf(QSizeF size);

    void setSize(QSizeF size);
    QRectF plot() const;
    void setValues(const metrics::ValueTicks& ticks, const metrics::Scale& scale);
    /// Where there are none: lines without numbers.
    void setNoValues();
    void setTimes(Instant from, Instant to, const QTimeZone& zone);
    void setLines(std::vector<Line> lines, Milliseconds step, qreal opacity);
    /// Of all that a point on the plot means.
    const View& view() const { return m_view; }
    /// On whatever is there; with that many pixels for each of ours.
    void paint(QPainter& painter, qreal scale);
    /// How often the lines were drawn anew.
    int drawings() const;

private:
    using Labels = QList<std::pair<QString, double>>;
    static void label(QCategoryAxis& axis, const Labels& labels, double from, double to);
    void labelValues(const Labels& labels, double from, double to);

    style::Theme m_theme;
    QGraphicsScene m_scene;
    QChart* m_chart; ///< The scene owns it, and it owns these.
    QCategoryAxis* m_values;
    QCategoryAxis* m_times;
    LinesItem* m_lines;
    View m_view;
    Labels m_valueLabels;
};

} // namespace warroom::charts
