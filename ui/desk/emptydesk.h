// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/playbook.h"
#include "style/theme.h"

#include <QWidget>

class QLayout;

namespace warroom::desk {

/// What one sees while no incident is open: how to declare one, and how bad each severity is.
class EmptyDesk : public QWidget
{
    Q_OBJECT

public:
    EmptyDesk(const style::Theme& theme, const std::vector<playbook::Severity>& severities, QWidget* parent);

private:
    QLayout* makeExample(const style::Theme& theme, const QString& severity);
    QLayout* makeSeverities(const style::Theme& theme, const std::vector<playbook::Severity>& severities);
};

} // namespace warroom::desk
