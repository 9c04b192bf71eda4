// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartframe.h"
#include "charts/drawn.h"
#include "charts/plotsigns.h"
#include "charts/readout.h"

#include <QPixmap>
#include <QWidget>

namespace warroom::charts {

/// Axes, lines and marks of a panel, and the crosshair over them. All but the crosshair is kept as a picture, so that
/// moving it costs next to nothing.
class PlotView : public QWidget
{
    Q_OBJECT

public:
    PlotView(const style::Theme& theme, QWidget* parent);

    void setContent(const Panel& panel, const Drawn& drawn);
    std::optional<Instant> crosshair() const { return m_crosshair; }
    void showCrosshair(std::optional<Instant> at);
    /// Into the range; tells everybody.
    void moveTo(Instant at);
    /// Takes the crosshair away and tells everybody; false where there is none.
    bool letGo();
    /// By so many of the panel's steps, from the end where there is none; tells everybody.
    void moveCrosshair(int steps);
    /// To the next mark, -1 for the one before; tells everybody.
    void moveToMark(int direction);
    /// What is at the crosshair.
    Readout readout() const;
    const Mark* markAtCrosshair() const;
    /// Within the widget, without the labels.
    QRect plot() const { return ChartFrame::plotOf(size()).toAlignedRect(); }
    /// How often the lines were drawn anew.
    int drawings() const { return m_frame.drawings(); }

Q_SIGNALS:
    void crosshairMoved(std::optional<warroom::Instant> at);
    void rangeAsked(warroom::Instant from, warroom::Instant to);
    void wholeRangeAsked();
    void entryAsked(warroom::EntryId entry);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    PlotScale scale() const { return {m_frame.plot(), m_frame.view()}; }
    void layOut();
    void redraw();
    QRect crosshairPlace() const;
    void paintCrosshair(QPainter& painter) const;

    style::Theme m_theme;
    ChartFrame m_frame;
    Panel m_panel;
    Drawn m_drawn;
    QPixmap m_picture; ///< Null: has to be drawn.
    std::optional<Instant> m_crosshair;
    Readout m_readout;
    std::vector<QStaticText> m_names; ///< Of the lines, where there are several.
    std::vector<Line> m_lines;
    QRect m_crosshairPlace;
    std::optional<qreal> m_pressed; ///< Where a range began to be dragged.
    qreal m_dragged = 0;
};

} // namespace warroom::charts
