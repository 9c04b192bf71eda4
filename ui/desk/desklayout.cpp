// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desklayout.h"

#include <algorithm>

namespace warroom::desk {

void DeskLayout::useScreen(QSize screen)
{
    if (screen == m_screen)
        return;
    m_screen = screen;
    m_layout = m_store.layout(screen);
    Q_EMIT changed();
}

void DeskLayout::setSideWidth(int width)
{
    Layout layout = m_layout;
    layout.sideWidth = std::clamp(width, Layout::narrowest, Layout::widest);
    change(layout);
}

void DeskLayout::setSideShown(bool shown)
{
    Layout layout = m_layout;
    layout.sideShown = shown;
    change(layout);
}

void DeskLayout::setStepsWidth(int width)
{
    Layout layout = m_layout;
    layout.stepsWidth = std::clamp(width, Layout::narrowest, Layout::widest);
    change(layout);
}

void DeskLayout::change(const Layout& layout)
{
    if (layout == m_layout)
        return;
    m_layout = layout;
    m_store.keep(m_screen, m_layout);
    Q_EMIT changed();
}

} // namespace warroom::desk
