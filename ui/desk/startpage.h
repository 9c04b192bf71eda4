// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/playbook.h"
#include "style/theme.h"

#include <QWidget>

class QLayout;

namespace warroom::desk {

/// What one sees while no incident is open: how to declare one, and how bad each severity is.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    StartPage(const style::Theme& theme, const std::vector<playbook::Severity>& severities, QWidget* parent);

Q_SIGNALS:
    void declareAsked();

private:
    QLayout* makeExample(const style::Theme& theme, const QString& severity);
    QLayout* makeSeverities(const style::Theme& theme, const std::vector<playbook::Severity>& severities);
};

} // namespace warroom::desk
