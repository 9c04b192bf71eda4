// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QWidget>

namespace warroom::desk {

/// What one sees while no incident is open: how to declare one.
class EmptyDesk : public QWidget
{
    Q_OBJECT

public:
    /// `severity` is the playbook's worst, for the example.
    EmptyDesk(const style::Theme& theme, const QString& severity, QWidget* parent);
};

} // namespace warroom::desk
