// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

namespace warroom::desk {

/// What of the desk is shown beside the timeline, and how wide.
struct Layout {
    static constexpr int narrowest = 200;
    static constexpr int widest = 640;

    int sideWidth = 248;
    bool sideShown = true;
    int stepsWidth = 0; ///< Of the runbook; 0 until somebody chose one.

    friend bool operator==(const Layout&, const Layout&) = default;
};

/// Where layouts are kept, one for each size of a screen.
class LayoutStore
{
public:
    virtual ~LayoutStore() = default;

    /// The usual one where none was kept, or none that makes sense.
    virtual Layout layout(QSize screen) const = 0;
    virtual void keep(QSize screen, const Layout& layout) = 0;
};

} // namespace warroom::desk
