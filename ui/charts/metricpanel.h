// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/panel.h"
#include "style/card.h"

#include <optional>

namespace warroom::charts {

class Legend;
class Notice;
class PanelHead;
class PlotView;

/// One panel of metrics. Arrows move its crosshair (with Ctrl ten steps, Home and End), Page Up and Page Down go from
/// mark to mark, Return asks for the entry there, Backspace for the whole range, Esc lets the crosshair go.
class MetricPanel : public style::Card
{
    Q_OBJECT

public:
    MetricPanel(const style::Theme& theme, QWidget* parent);

    /// Takes all of it; what looks the same is not drawn again.
    void setPanel(const Panel& panel);
    /// Its title, the last value and how it stands: "Errors: 4.1 req/s, breached".
    QString said() const;
    const Panel& panel() const { return m_panel; }
    /// How often the lines were drawn anew.
    int drawings() const;

    QSize sizeHint() const override { return {385, 157}; }

public Q_SLOTS:
    /// The one of another panel; none where it is out of the range.
    void showCrosshair(std::optional<warroom::Instant> at);

Q_SIGNALS:
    /// By the hand of who looks at this panel; nothing when it went.
    void crosshairMoved(std::optional<warroom::Instant> at);
    /// A part of the range was dragged over.
    void rangeAsked(warroom::Instant from, warroom::Instant to);
    /// A double click, or Backspace: back from there.
    void wholeRangeAsked();
    /// A mark was clicked.
    void entryAsked(warroom::EntryId entry);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    bool moveByKey(int key, bool far);
    void describe();

    style::Theme m_theme;
    Panel m_panel;
    QString m_spoken;
    PanelHead* m_head;
    Legend* m_legend;
    PlotView* m_plot;
    Notice* m_notice;
};

} // namespace warroom::charts
