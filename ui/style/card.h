// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QWidget>

namespace warroom::style {

/// A panel with a thin border and round corners.
class Card : public QWidget
{
    Q_OBJECT

public:
    Card(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) { }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
};

} // namespace warroom::style
