// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/layoutstore.h"

namespace warroom::app {

/// The layouts of the desk, in the settings.
class Layouts : public ::warroom::desk::LayoutStore
{
public:
    ::warroom::desk::Layout layout(QSize screen) const override;
    void keep(QSize screen, const ::warroom::desk::Layout& layout) override;
};

} // namespace warroom::app
