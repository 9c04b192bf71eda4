// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QWidget>

namespace warroom::desk {

/// A panel with a thin border and round corners.
class Card : public QWidget
{
    Q_OBJECT

public:
    Card(const style::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) { }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    style::Theme m_theme;
};

} // namespace warroom::desk
