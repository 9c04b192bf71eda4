// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/banner.h"
#include "session/caretaker.h"

namespace warroom::style {
class Button;
} // namespace warroom::style

namespace warroom::desk {

/// Says that the log can only be read, is damaged or has no copy, and leads to what can be done.
class LogBanner : public Banner
{
    Q_OBJECT

public:
    LogBanner(const style::Theme& theme, QWidget* parent);

    /// The gravest of these is said.
    void show(
        const std::optional<Error>& readOnly, const session::Damage& damage, const std::optional<Error>& copyProblem);

Q_SIGNALS:
    void wayOutAsked();

private:
    style::Button* m_wayOut;
};

} // namespace warroom::desk
