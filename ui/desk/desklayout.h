// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/layoutstore.h"

#include <QObject>

namespace warroom::desk {

/// The layout of one window: all of its pages have it, and what somebody changes is kept for screens of that size.
class DeskLayout : public QObject
{
    Q_OBJECT

public:
    /// The store outlives it.
    DeskLayout(LayoutStore& store, QObject* parent) : QObject(parent), m_store(store) { }

    const Layout& current() const { return m_layout; }
    /// The window is on a screen of that size.
    void useScreen(QSize screen);
    void setSideWidth(int width);
    void setSideShown(bool shown);
    void setStepsWidth(int width);

Q_SIGNALS:
    void changed();

private:
    void change(const Layout& layout);

    LayoutStore& m_store;
    QSize m_screen;
    Layout m_layout;
};

} // namespace warroom::desk
