// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/endchecks.h"
#include "style/card.h"

class QVBoxLayout;

namespace warroom::desk {

/// Checks, one below the other: a tick, or a sign that it wants a look.
class CheckList : public style::Card
{
    Q_OBJECT

public:
    CheckList(const style::Theme& theme, QWidget* parent);

    void show(const std::vector<Check>& checks);

private:
    style::Theme m_theme;
    QVBoxLayout* m_rows;
    std::vector<Check> m_checks;
};

} // namespace warroom::desk
