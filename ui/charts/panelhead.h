// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/panelwords.h"

#include <QWidget>

namespace warroom::charts {

/// What a panel is about, its last value large, and how that stands.
class PanelHead : public QWidget
{
    Q_OBJECT

public:
    PanelHead(const style::Theme& theme, QWidget* parent);

    void setContent(const QString& title, const metrics::Reading& reading, const Standing& standing);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    style::Theme m_theme;
    QString m_title;
    metrics::Reading m_reading;
    Standing m_standing;
};

} // namespace warroom::charts
