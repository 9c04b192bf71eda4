// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sheet.h"

#include <QUrl>

namespace warroom::desk {

/// Where a link of a runbook leads, before anything is opened. What no browser opens is only said.
class LinkSheet : public Sheet
{
    Q_OBJECT

public:
    /// `target` is as the document has it.
    LinkSheet(const QString& target, const style::Theme& theme, QWidget* over);

protected:
    void confirm() override;

private:
    const QUrl m_target; ///< Empty where it is nothing to be opened.
};

} // namespace warroom::desk
